/*
 * The charts of a report: for each kind a function from the run's data, and the view it is drawn for, to the options of
 * an ECharts chart. The same functions draw still pictures without a browser and live charts in a page.
 */
var pipemarkCharts = (function () {
    'use strict';

    /** What one row of dots needs to be pointed at, filtered by its legend, and read. */
    function dotSeries(p, name, look, rows, labelled) {
        var shown = rows.filter(function (row) { return p.real(row.item.value); });
        var series = [p.whiskers(name, shown.filter(function (row) {
            return p.real(row.item.lower) && p.real(row.item.upper);
        }).map(function (row) {
            return [row.item.lower, row.at, row.item.upper, row.at];
        }), 'x', look.color), {
            name: name,
            type: 'scatter',
            symbol: look.symbol,
            symbolSize: 11,
            itemStyle: {color: look.color, opacity: 1},
            z: 3,
            data: shown.map(function (row) {
                return {value: [row.item.value, row.at], tip: p.tip(row.item)};
            })
        }];
        if (labelled) {
            // The number stands beyond the whisker, which would run through it.
            series.push({
                name: name,
                type: 'scatter',
                silent: true,
                symbolSize: 0.01,
                z: 2,
                itemStyle: {color: look.color, opacity: 1},
                tooltip: {show: false},
                label: p.text(12, {
                    show: true,
                    position: 'right',
                    distance: 10,
                    formatter: function (point) { return point.data.label2; }
                }),
                data: shown.map(function (row) {
                    var end = p.real(row.item.upper) ? Math.max(row.item.upper, row.item.value) : row.item.value;
                    return {value: [end, row.at], label2: row.item.label};
                })
            });
        }
        return series;
    }

    /** Rows of dots along a logarithmic axis, with intervals and the number beside each. */
    function dots(data, view, p, how) {
        var items = data.items.map(function (item) {
            return p.merged(item, {label: p.narrow && item.brief ? item.brief : item.label});
        });
        var names = items.map(function (item) { return item.name; });
        var left = p.room(names) + 10;
        var free = items.map(function (item) {
            return {value: item.upper > item.value ? item.upper : item.value, pixels: p.wide(item.label) + 18};
        });
        var ends = p.range(p.ends(items).concat(how.also || []), free, view.width - left - 16);
        var series = [p.marks('x', ends, 0, how.format)].concat(how.series || []);
        how.groups.forEach(function (group) {
            var rows = items.map(function (item, at) {
                return {item: item, at: at};
            }).filter(function (row) { return group.has(row.item); });
            series = series.concat(dotSeries(p, group.name, group, rows, true));
        });
        var entries = how.groups.map(function (group) {
            return {name: group.name, icon: group.symbol, itemStyle: {color: group.color}};
        });
        return p.base({
            grid: {
                left: left,
                right: 16,
                top: p.top + (how.above || 0),
                bottom: p.below(entries.map(function (entry) { return entry.name; }))
            },
            xAxis: p.logAxis(how.title, ends),
            yAxis: p.nameAxis(names, left - 16),
            legend: p.legend(entries),
            series: series
        });
    }

    /** Who is fast: a dot for each codec, fastest on top. */
    function rates(data, view) {
        var p = pipemarkParts(view);
        return dots(data, view, p, {
            title: 'messages per second',
            format: p.amount,
            groups: p.badges(data.items).map(function (name) {
                return p.merged(p.BADGES[name], {
                    name: name,
                    has: function (item) { return p.badge(item) === name; }
                });
            })
        });
    }

    /** Who really ties: how many times the leader's cost, beside the band in which a difference does not count. */
    function ties(data, view) {
        var p = pipemarkParts(view);
        var looks = {
            'best': {color: p.INKS.blue, symbol: 'diamond'},
            'tied': {color: p.INKS.green, symbol: 'circle'},
            'inconclusive': {color: p.INKS.grey, symbol: p.RING},
            'slower': {color: p.INKS.vermilion, symbol: p.DOWN},
            'faster': {color: p.INKS.violet, symbol: 'triangle'},
            'not judged': {color: p.INKS.grey, symbol: p.FRAME}
        };
        function word(item) {
            return Object.prototype.hasOwnProperty.call(looks, item.word) ? item.word : 'not judged';
        }
        var low = 1 / (1 + data.delta);
        var high = 1 + data.delta;
        return dots(data, view, p, {
            title: 'times the cost of the leader',
            format: p.times,
            also: [low, high],
            above: 18,
            groups: Object.keys(looks).filter(function (name) {
                return data.items.some(function (item) { return word(item) === name; });
            }).map(function (name) {
                var item = data.items.filter(function (each) { return word(each) === name; })[0];
                return p.merged(looks[name], {
                    name: (item.glyph ? item.glyph + ' ' : '') + (name === 'best' ? 'leader' : name),
                    has: function (each) { return word(each) === name; }
                });
            }),
            series: [{
                type: 'scatter',
                silent: true,
                data: [],
                z: 0,
                tooltip: {show: false},
                markArea: {
                    silent: true,
                    itemStyle: {color: p.INKS.green, opacity: 0.22},
                    label: p.text(12, {position: 'top', distance: 3}),
                    data: [[{xAxis: low, name: data.band}, {xAxis: high}]]
                },
                markLine: {
                    silent: true,
                    symbol: 'none',
                    label: {show: false},
                    lineStyle: {color: p.INKS.green, type: 'dashed', width: 1},
                    data: [{xAxis: low}, {xAxis: high}]
                }
            }]
        });
    }

    /**
     * Places for labels beside points, none on another, and none on a whisker or the front as far as there is room.
     *
     * @param marks x, y, name and size of each in pixels, the most important first; gets its way, or none
     * @param lines boxes of what a label had better not cross
     */
    function place(p, marks, lines, box) {
        var taken = marks.map(function (mark) {
            return {x1: mark.x - 7, y1: mark.y - 7, x2: mark.x + 7, y2: mark.y + 7};
        });
        var ways = [];
        [0, 13, -13, 26, -26, 40, -40].forEach(function (dy) {
            ways.push({dx: 10, dy: dy, align: 'left'}, {dx: -10, dy: dy, align: 'right'});
        });
        ways.splice(2, 0, {dx: 0, dy: -15, align: 'center'}, {dx: 0, dy: 15, align: 'center'});
        function clear(one, others) {
            return others.every(function (other) {
                return one.x2 <= other.x1 || one.x1 >= other.x2 || one.y2 <= other.y1 || one.y1 >= other.y2;
            });
        }
        marks.forEach(function (mark) {
            var width = p.wide(mark.name, mark.size) * (mark.item.front ? 1.1 : 1) + 4;
            var height = mark.size + 3;
            var open = ways.map(function (way) {
                var x = mark.x + way.dx - (way.align === 'left' ? 0 : way.align === 'right' ? width : width / 2);
                var y = mark.y + way.dy - height / 2;
                return {way: way, x1: x, y1: y, x2: x + width, y2: y + height};
            }).filter(function (spot) {
                return spot.x1 >= box.x1 && spot.x2 <= box.x2 && spot.y1 >= box.y1 && spot.y2 <= box.y2
                    && clear(spot, taken);
            });
            var found = open.filter(function (spot) { return clear(spot, lines); })[0] || open[0];
            mark.way = found ? found.way : null;
            if (found) { taken.push(found); }
        });
    }

    /** A thin line to each label that stands away from its point. */
    function leaders(p, marks) {
        return {
            type: 'custom',
            silent: true,
            z: 1,
            clip: true,
            tooltip: {show: false},
            data: marks.filter(function (mark) {
                return mark.way && Math.abs(mark.way.dy) > 15;
            }).map(function (mark) { return [mark.item.bytes, mark.item.value, mark.way.dx, mark.way.dy]; }),
            renderItem: function (params, api) {
                var at = api.coord([api.value(0), api.value(1)]);
                return {
                    type: 'line',
                    shape: {x1: at[0], y1: at[1], x2: at[0] + 0.9 * api.value(2), y2: at[1] + api.value(3)},
                    style: {stroke: p.ink, opacity: p.SOFT_LINE, lineWidth: 0.7}
                };
            }
        };
    }

    /** What is traded: small messages against many of them; the front, beyond which nothing lies, as a step line. */
    function tradeOff(data, view) {
        var p = pipemarkParts(view);
        var items = data.items.filter(function (item) { return p.real(item.bytes) && p.real(item.value); });
        var groups = p.badges(items);
        var grid = {left: p.narrow ? 58 : 84, right: 16, top: p.top, bottom: p.below(groups.concat(data.front))};
        var width = view.width - grid.left - grid.right;
        var height = view.height - grid.top - grid.bottom;
        var xs = p.range(items.map(function (item) { return item.bytes; }), p.narrow ? [] : items.filter(function (item) {
            return item.front;
        }).map(function (item) { return {value: item.bytes, pixels: p.wide(item.name) + 20}; }), width);
        var ys = p.range(p.ends(items), items.map(function (item) { return {value: item.value, pixels: 22}; }), height);
        var marks = items.map(function (item) {
            return {
                item: item,
                name: p.cut(item.name, width * 0.55, item.front ? 12 : 11),
                size: item.front ? 12 : 11,
                x: across(item.bytes),
                y: down(item.value)
            };
        });
        marks.sort(function (one, other) { return (other.item.front ? 1 : 0) - (one.item.front ? 1 : 0); });
        function across(bytes) { return grid.left + width * Math.log(bytes / xs.min) / Math.log(xs.max / xs.min); }
        function down(rate) { return grid.top + height * (1 - Math.log(rate / ys.min) / Math.log(ys.max / ys.min)); }
        var front = items.filter(function (item) { return item.front; }).sort(function (one, other) {
            return one.bytes - other.bytes || one.value - other.value;
        });
        // From the foot of the smallest to the far side of the fastest: what lies below is dominated.
        var steps = front.length ? [[front[0].bytes, ys.min]].concat(front.map(function (item) {
            return [item.bytes, item.value];
        }), [[xs.max, front[front.length - 1].value]]) : [];
        var lines = marks.filter(function (mark) {
            return p.real(mark.item.lower) && p.real(mark.item.upper);
        }).map(function (mark) {
            return {x1: mark.x - 5, x2: mark.x + 5, y1: down(mark.item.upper), y2: down(mark.item.lower)};
        });
        steps.slice(1).forEach(function (to, at) {
            var from = steps[at];
            lines.push({x1: across(from[0]), x2: across(to[0]), y1: down(from[1]) - 1, y2: down(from[1]) + 1});
            lines.push({x1: across(to[0]) - 1, x2: across(to[0]) + 1, y1: down(to[1]), y2: down(from[1])});
        });
        place(p, marks, lines, {x1: grid.left + 2, y1: grid.top, x2: view.width - 4, y2: grid.top + height});
        var series = [p.marks('x', xs, ys.min, p.amount), p.marks('y', ys, xs.min, p.amount)];
        if (front.length) {
            series.push({
                name: data.front,
                type: 'line',
                step: 'end',
                symbol: 'none',
                silent: true,
                z: 1,
                tooltip: {show: false},
                lineStyle: {color: p.ink, opacity: p.SOFT_LINE, width: 1.5, type: 'dashed'},
                itemStyle: {color: p.INKS.grey},
                data: steps
            });
        }
        series.push(leaders(p, marks));
        groups.forEach(function (name) {
            var look = p.BADGES[name];
            var mine = marks.filter(function (mark) { return p.badge(mark.item) === name; });
            series.push(p.whiskers(name, mine.filter(function (mark) {
                return p.real(mark.item.lower) && p.real(mark.item.upper);
            }).map(function (mark) {
                return [mark.item.bytes, mark.item.lower, mark.item.bytes, mark.item.upper];
            }), 'y', look.color));
            series.push({
                name: name,
                type: 'scatter',
                symbol: look.symbol,
                symbolSize: 11,
                itemStyle: {color: look.color, opacity: 1},
                z: 3,
                data: mine.map(function (mark) {
                    var way = mark.way;
                    return {
                        value: [mark.item.bytes, mark.item.value],
                        tip: p.tip(mark.item),
                        label: p.text(mark.size, {
                            show: !!way,
                            position: [5.5, 5.5],
                            offset: way ? [way.dx, way.dy] : [0, 0],
                            align: way ? way.align : 'left',
                            verticalAlign: 'middle',
                            fontWeight: mark.item.front ? 'bold' : 'normal',
                            opacity: mark.item.front ? 1 : p.SOFT_TEXT,
                            formatter: function () { return mark.name; }
                        })
                    };
                })
            });
        });
        var entries = p.badgeEntries(groups);
        if (front.length) { entries.push({name: data.front, icon: 'path://M0 8L10 8L10 2L20 2'}); }
        return p.base({
            grid: grid,
            xAxis: p.logAxis('bytes per message', xs),
            yAxis: p.logAxis('messages per second', ys, {nameGap: grid.left - 18}),
            legend: p.legend(entries),
            series: series
        });
    }

    /** Codec or pipe: what the codec takes from the left, then the rest; what belongs to the reply is hatched. */
    function stages(data, view) {
        var p = pipemarkParts(view);
        var looks = {
            'encode': {color: p.INKS.blue},
            'decode': {color: p.INKS.vermilion},
            'encode reply': {color: p.INKS.blue, hatched: true},
            'decode reply': {color: p.INKS.vermilion, hatched: true},
            'use': {color: p.INKS.green},
            'way out': {color: p.INKS.grey},
            'way home': {color: p.INKS.grey, hatched: true}
        };
        var names = data.items.map(function (item) { return item.name; });
        var left = p.room(names) + 10;
        var label = p.widest(data.items.map(function (item) { return item.label; })) + 16;
        var most = Math.max.apply(null, data.items.map(function (item) {
            return item.stages.reduce(function (sum, stage) { return sum + stage; }, 0);
        }));
        var order = Object.keys(looks).filter(function (name) { return data.stages.indexOf(name) >= 0; });
        order = order.concat(data.stages.filter(function (name) { return order.indexOf(name) < 0; }));
        var series = order.map(function (name) {
            var at = data.stages.indexOf(name);
            var look = looks[name] || {color: p.INKS.violet};
            return {
                name: name,
                type: 'bar',
                stack: 'trip',
                barMaxWidth: 18,
                itemStyle: {
                    color: look.color,
                    borderColor: p.ink,
                    borderWidth: 0.5,
                    decal: look.hatched ? {
                        symbol: 'rect',
                        color: '#ffffff',
                        dashArrayX: [1, 0],
                        dashArrayY: [2, 4],
                        rotation: -Math.PI / 4
                    } : {symbol: 'none'}
                },
                data: data.items.map(function (item) {
                    return {value: item.stages[at], tip: [item.name, name + ': ' + item.texts[at], item.text]};
                })
            };
        });
        // Its share and the whole stand at the end of each bar, whatever stages are filtered out.
        series.push({
            type: 'scatter',
            silent: true,
            symbolSize: 0.01,
            itemStyle: {opacity: 1},
            tooltip: {show: false},
            label: p.text(12, {
                show: true,
                position: 'right',
                distance: 6,
                formatter: function (point) { return point.data.label2; }
            }),
            data: data.items.map(function (item, at) {
                var sum = item.stages.reduce(function (before, stage) { return before + stage; }, 0);
                return {value: [sum, at], label2: item.label};
            })
        });
        var length = view.width - left - 24;
        return p.base({
            grid: {left: left, right: 24, top: p.top, bottom: p.below(order)},
            xAxis: p.axis('value', data.unit, {
                max: most * length / Math.max(length - label, length / 3),
                axisLabel: p.text(12, {
                    hideOverlap: true,
                    showMaxLabel: false,
                    formatter: function (value) { return p.amount(value, value / 10); }
                }),
                splitNumber: p.narrow ? 3 : 6,
                splitLine: {show: true, lineStyle: {color: p.ink, opacity: 0.15}}
            }),
            yAxis: p.nameAxis(names, left - 16),
            legend: p.legend(order.map(function (name) { return {name: name}; })),
            series: series
        });
    }

    /** How long is the tail: the percentiles of each codec on one line, from the middle call to the slowest. */
    function tail(data, view) {
        var p = pipemarkParts(view);
        var names = data.items.map(function (item) { return item.name; });
        var left = p.room(names) + 10;
        var all = [];
        data.items.forEach(function (item) { all = all.concat(item.values); });
        var ends = p.range(all, p.narrow ? [] : data.items.map(function (item) {
            return {value: Math.max.apply(null, item.values.filter(p.real)), pixels: p.wide(item.label) + 18};
        }), view.width - left - 16);
        var series = [p.marks('x', ends, 0, p.time)];
        series.push({
            type: 'custom',
            silent: true,
            z: 1,
            clip: true,
            tooltip: {show: false},
            data: data.items.map(function (item, at) {
                var known = item.values.filter(p.real);
                return [Math.min.apply(null, known), at, Math.max.apply(null, known), at];
            }),
            renderItem: function (params, api) {
                var low = api.coord([api.value(0), api.value(1)]);
                var high = api.coord([api.value(2), api.value(3)]);
                return {
                    type: 'line',
                    shape: {x1: low[0], y1: low[1], x2: high[0], y2: high[1]},
                    style: {stroke: p.ink, opacity: p.SOFT_LINE, lineWidth: 1}
                };
            }
        });
        data.percentiles.forEach(function (percentile, at) {
            var rows = [];
            data.items.forEach(function (item, row) {
                if (p.real(item.values[at])) {
                    rows.push({
                        value: [item.values[at], row],
                        tip: [item.name, percentile + ': ' + item.texts[at], item.about || '']
                    });
                }
            });
            series.push({
                name: percentile,
                type: 'scatter',
                symbol: p.SHAPES[at % p.SHAPES.length],
                symbolSize: 10,
                itemStyle: {color: p.HUES[at % p.HUES.length], opacity: 1},
                z: 3,
                data: rows
            });
        });
        if (!p.narrow) {
            series.push({
                type: 'scatter',
                silent: true,
                symbolSize: 0.01,
                itemStyle: {opacity: 1},
                tooltip: {show: false},
                label: p.text(12, {
                    show: true,
                    position: 'right',
                    distance: 10,
                    formatter: function (point) { return point.data.label2; }
                }),
                data: data.items.map(function (item, at) {
                    return {value: [Math.max.apply(null, item.values.filter(p.real)), at], label2: item.label};
                })
            });
        }
        return p.base({
            grid: {left: left, right: 16, top: p.top, bottom: p.below(data.percentiles)},
            xAxis: p.logAxis('time of one round trip', ends),
            yAxis: p.nameAxis(names, left - 16),
            legend: p.legend(data.percentiles.map(function (name) { return {name: name}; })),
            series: series
        });
    }

    /** Where two lines of points cross that are told apart on either side: in logarithms, on a straight line. */
    function crossings(p, items) {
        function at(item, point) {
            return item.points.filter(function (each) { return each.at === point; })[0];
        }
        var found = [];
        items.forEach(function (one) {
            items.forEach(function (other) {
                one.points.forEach(function (from, n) {
                    var to = one.points[n + 1];
                    var before = to && at(other, from.at);
                    var after = to && at(other, to.at);
                    if (before && after && from.first && !before.first && !to.first && after.first
                        && p.real(from.value) && p.real(to.value)
                        && p.real(before.value) && p.real(after.value)) {
                        var ahead = Math.log(from.value / before.value);
                        var behind = Math.log(after.value / to.value);
                        var part = ahead / (ahead + behind);
                        if (part >= 0 && part <= 1) {
                            found.push([
                                from.at * Math.pow(to.at / from.at, part),
                                from.value * Math.pow(to.value / from.value, part)
                            ]);
                        }
                    }
                });
            });
        });
        return found;
    }

    /** Keeps labels beside the ends of lines apart: heights in pixels, from the top. */
    function apart(heights, gap, top, bottom) {
        var order = heights.map(function (height, at) { return {at: at, y: height}; });
        order.sort(function (one, other) { return one.y - other.y; });
        order.forEach(function (each, n) {
            each.y = Math.max(each.y, n ? order[n - 1].y + gap : top);
        });
        for (var n = order.length - 1; n >= 0; n--) {
            order[n].y = Math.min(order[n].y, n < order.length - 1 ? order[n + 1].y - gap : bottom);
        }
        var placed = [];
        order.forEach(function (each) { placed[each.at] = each.y; });
        return placed;
    }

    /** Rates along something that grows: a line for each codec, named at its end; where the lead changes is ringed. */
    function sweep(data, view) {
        var p = pipemarkParts(view);
        var items = data.items.map(function (item) {
            return p.merged(item, {points: item.points.filter(function (point) { return p.real(point.value); })});
        }).filter(function (item) { return item.points.length; });
        var named = items.map(function (item) { 
            return item.gain ? p.followed(item.name, item.gain) : item.name;
        });
        var size = 11;
        var direct = !p.narrow;
        var right = direct ? Math.min(p.widest(named, size) + 14, view.width * 0.3) : 18;
        var entries = items.map(function (item) { return {name: item.name}; });
        var keyed = view.live || !direct;
        var crossing = crossings(p, items);
        var rings = 'the lead changes';
        if (crossing.length) { entries.push({name: rings, icon: p.RING}); }
        if (!keyed) { entries = entries.slice(items.length); }
        var grid = {
            left: p.narrow ? 58 : 84,
            right: right,
            top: p.top,
            bottom: p.below(entries.map(function (entry) { return entry.name; }))
        };
        var height = view.height - grid.top - grid.bottom;
        var values = [];
        items.forEach(function (item) { values = values.concat(p.ends(item.points)); });
        var xs = p.range(data.points);
        var ys = p.range(values);
        var lasts = items.map(function (item) { return item.points[item.points.length - 1]; });
        var heights = lasts.map(function (last) {
            return grid.top + height * (1 - Math.log(last.value / ys.min) / Math.log(ys.max / ys.min));
        });
        var placed = apart(heights, Math.min(size + 3, height / items.length), grid.top + 6, grid.top + height - 6);
        var series = [p.marks('x', xs, ys.min, p.amount, data.points), p.marks('y', ys, xs.min, p.amount)];
        items.forEach(function (item, at) {
            var color = p.HUES[at % p.HUES.length];
            series.push({
                name: item.name,
                type: 'line',
                symbol: p.SHAPES[at % p.SHAPES.length],
                symbolSize: 9,
                z: 2,
                lineStyle: {color: color, width: 1.8, type: p.DASHES[Math.floor(at / p.HUES.length) % p.DASHES.length]},
                itemStyle: {color: color},
                endLabel: p.text(size, {
                    show: direct && xs.min < lasts[at].at,
                    distance: 8,
                    offset: [0, placed[at] - heights[at]],
                    formatter: function () { return p.cut(named[at], right - 12, size); }
                }),
                data: item.points.map(function (point) {
                    return {
                        value: [point.at, point.value],
                        tip: [item.name, data.along + ': ' + point.at, point.text]
                            .concat(item.gainText ? [item.gainText] : []).concat(item.about ? [item.about] : [])
                    };
                })
            });
            series.push(p.whiskers(item.name, item.points.filter(function (point) {
                return p.real(point.lower) && p.real(point.upper);
            }).map(function (point) {
                return [point.at, point.lower, point.at, point.upper];
            }), 'y', color, 2 * (at % 5 - 2)));
        });
        if (crossing.length) {
            series.push({
                name: rings,
                type: 'scatter',
                symbol: 'path://M20 0A20 20 0 1 1 -20 0A20 20 0 1 1 20 0ZM18 0A18 18 0 1 0 -18 0A18 18 0 1 0 18 0Z',
                symbolSize: 20,
                z: 4,
                itemStyle: {color: p.ink, opacity: 1},
                label: p.text(11, {
                    show: true,
                    position: 'top',
                    distance: 3,
                    formatter: function (point) { return '≈ ' + p.amount(point.value[0], point.value[0] / 10); }
                }),
                data: crossing.map(function (point) {
                    return {value: point, tip: [rings, 'at about ' + p.amount(point[0], point[0] / 10)]};
                })
            });
        }
        return p.base({
            grid: grid,
            xAxis: p.logAxis(data.along, xs),
            yAxis: p.logAxis(data.unit, ys, {nameGap: grid.left - 18}),
            legend: entries.length ? p.legend(entries) : {show: false},
            series: series
        });
    }

    /** Who is consistent: how many times the best one's cost, codec by payload, each with its number. */
    function consistency(data, view) {
        var p = pipemarkParts(view);
        var steps = pipemarkSteps;
        function step(value) {
            return steps.filter(function (each) { return value <= each.to; })[0];
        }
        function onto(color) {
            return pipemarkLuminance(color) > 0.179 ? '#000000' : '#ffffff';
        }
        var left = p.room(data.payloads) + 10;
        var tall = Math.min(p.widest(data.codecs) + 16, 180);
        var words = steps.map(function (each) { return each.words; });
        var series = steps.map(function (each) {
            return {
                name: each.words,
                type: 'heatmap',
                itemStyle: {color: each.color, borderColor: p.ink, borderWidth: 0.6, opacity: 1},
                label: p.text(11, {
                    show: true,
                    color: onto(each.color),
                    formatter: function (cell) { return cell.data.label2; }
                }),
                data: data.cells.filter(function (cell) {
                    return p.real(cell[2]) && step(cell[2]) === each;
                }).map(function (cell) {
                    return {
                        value: [cell[0], cell[1], cell[2]],
                        label2: cell[3],
                        itemStyle: {color: each.color},
                        tip: [data.codecs[cell[0]] + ' on ' + data.payloads[cell[1]], cell[4]]
                    };
                })
            };
        });
        series.push({
            type: 'scatter',
            symbol: 'rect',
            symbolSize: 14,
            itemStyle: {color: 'transparent'},
            label: p.text(12, {
                show: true,
                opacity: p.SOFT_TEXT,
                formatter: function (cell) { return cell.data.label2; }
            }),
            data: data.blanks.map(function (blank) {
                return {
                    value: [blank[0], blank[1]],
                    label2: blank[2],
                    tip: [data.codecs[blank[0]] + ' on ' + data.payloads[blank[1]], blank[3]]
                };
            })
        });
        var entries = steps.map(function (each) {
            return {
                name: each.words,
                icon: 'rect',
                itemStyle: {color: each.color, borderColor: p.ink, borderWidth: 0.6}
            };
        });
        var notes = wrapped(p, data.note, view.width - 24);
        return p.base({
            grid: {left: left, right: 12, top: 12 + tall, bottom: p.below(words) - 42 + 16 * notes.length},
            xAxis: p.axis('category', '', {
                data: data.codecs,
                position: 'top',
                axisLabel: p.text(12, {
                    interval: 0,
                    rotate: 90,
                    formatter: function (name, at) { return p.cut(data.codecs[at], tall - 8); }
                })
            }),
            yAxis: p.nameAxis(data.payloads, left - 16),
            legend: p.legend(entries),
            graphic: [{
                type: 'text',
                silent: true,
                left: 12,
                bottom: p.below(words) - 50,
                style: {text: notes.join('\n'), fill: p.ink, fontSize: 12, fontFamily: p.FONT, lineHeight: 16}
            }],
            series: series
        });
    }

    function wrapped(p, note, width) {
        var lines = [''];
        note.split(' ').forEach(function (word) {
            var last = lines[lines.length - 1];
            if (last && p.wide(last + ' ' + word) > width) {
                lines.push(word);
            } else {
                lines[lines.length - 1] = last ? last + ' ' + word : word;
            }
        });
        return lines;
    }

    /** Can it be trusted: each fork beside the mean of its cell, in the order they ran, and the mean of each round. */
    function forks(data, view) {
        var p = pipemarkParts(view);
        var shown = data.forks.filter(function (fork) { return p.real(fork[1]); });
        var many = shown.length > 1200;
        var positions = shown.map(function (fork) { return fork[0]; });
        var first = Math.min.apply(null, positions);
        var last = Math.max.apply(null, positions);
        var ys = p.range(shown.map(function (fork) { return fork[1]; }).concat([0.98, 1.02]));
        var grid = {left: p.narrow ? 74 : 84, right: 16, top: p.top + 18, bottom: p.below(data.benchmarks.concat(data.mean))};
        var series = [p.marks('y', ys, first, p.percent), {
            type: 'scatter',
            silent: true,
            data: [],
            z: 0,
            tooltip: {show: false},
            markArea: {
                silent: true,
                label: p.text(12, {position: 'top', distance: 3}),
                data: data.rounds.map(function (round, at) {
                    return [
                        {
                            xAxis: round.from - 0.5,
                            name: view.width / data.rounds.length > 70 ? 'round ' + round.round : String(round.round),
                            itemStyle: {color: p.INKS.grey, opacity: at % 2 ? 0 : 0.14}
                        },
                        {xAxis: round.to + 0.5}
                    ];
                })
            },
            markLine: {
                silent: true,
                symbol: 'none',
                label: {show: false},
                lineStyle: {color: p.ink, opacity: p.SOFT_LINE, type: 'solid', width: 1},
                data: [{yAxis: 1}]
            }
        }];
        data.benchmarks.forEach(function (benchmark, at) {
            var color = p.HUES[at % p.HUES.length];
            var mine = shown.filter(function (fork) { return data.cells[fork[2]][0] === at; });
            series.push(!view.live ? specks(benchmark, mine, many ? 0 : at, color) : {
                name: benchmark,
                type: 'scatter',
                symbol: p.SHAPES[at % p.SHAPES.length],
                symbolSize: many ? 4 : 6,
                itemStyle: {color: color, opacity: 1},
                z: 2,
                data: mine.map(function (fork) {
                    return {
                        value: [fork[0], fork[1]],
                        tip: [
                            benchmark + ' ' + data.cells[fork[2]][1],
                            'fork ' + fork[0] + ': cost ' + p.percent(fork[1]) + ' of its cell’s mean'
                        ]
                    };
                })
            });
        });
        var effects = [];
        data.rounds.forEach(function (round) {
            if (p.real(round.effect)) {
                var tip = [data.mean, 'round ' + round.round + ': cost ' + p.percent(round.effect) + ' of all rounds’ mean'];
                effects.push({value: [round.from - 0.5, round.effect], tip: tip},
                    {value: [round.to + 0.5, round.effect], tip: tip}, {value: [round.to + 0.5, null]});
            }
        });
        series.push({
            name: data.mean,
            type: 'line',
            symbol: 'none',
            z: 4,
            lineStyle: {color: p.ink, width: 3, type: 'solid'},
            itemStyle: {color: p.ink},
            data: effects
        });
        return p.base({
            grid: grid,
            xAxis: p.axis('value', 'fork, in the order they ran', {
                min: first - 0.5,
                max: last + 0.5,
                minInterval: 1,
                axisLabel: p.text(12, {
                    hideOverlap: true,
                    showMinLabel: false,
                    showMaxLabel: false,
                    formatter: function (value) { return String(Math.round(value)); }
                })
            }),
            yAxis: p.logAxis('cost beside the cell’s mean', ys, {nameGap: grid.left - 18}),
            legend: p.legend(data.benchmarks.map(function (name, at) {
                return {
                    name: name,
                    icon: p.SHAPES[many && !view.live ? 0 : at % p.SHAPES.length],
                    itemStyle: {color: p.HUES[at % p.HUES.length]}
                };
            }).concat({name: data.mean})),
            series: series
        });
    }

    /** Forks by the thousand as one path: an element for each would make the picture larger than the rest of the page. */
    function specks(name, forks, shape, color) {
        var strokes = [
            ['m0 0l0.01 0', 5], ['m-2.5 -2.5l5 0l0 5l-5 0Z', 1.5], ['m0 -3l3 5l-6 0Z', 1.5], ['m0 -3.5l3.5 3.5l-3.5 3.5l-3.5 -3.5Z', 1],
            ['m-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0Z', 0], ['m-2.6 -2.6l5.2 0l0 5.2l-5.2 0Z', 0], ['m0 3l3 -5l-6 0Z', 1.5],
            ['m-3 0l6 0m-3 -3l0 6', -2], ['m-2.5 -2.5l5 5m0 -5l-5 5', -2]
        ];
        var stroke = strokes[shape % strokes.length];
        return {
            name: name,
            type: 'custom',
            silent: true,
            z: 2,
            itemStyle: {color: color},
            data: forks.length ? [[forks[0][0], forks[0][1]]] : [],
            renderItem: function (params, api) {
                var path = forks.map(function (fork) {
                    var at = api.coord([fork[0], fork[1]]);
                    return 'M' + at[0].toFixed(1) + ' ' + at[1].toFixed(1) + stroke[0];
                }).join('');
                return {
                    type: 'path',
                    shape: {pathData: path},
                    style: {
                        fill: stroke[1] > 0 && stroke[1] < 5 ? color : 'none',
                        stroke: color,
                        lineWidth: stroke[1] === 5 ? 5.5 : 1.4,
                        lineCap: 'round'
                    }
                };
            }
        };
    }

    return {
        rates: rates,
        ties: ties,
        tradeOff: tradeOff,
        stages: stages,
        tail: tail,
        sweep: sweep,
        consistency: consistency,
        forks: forks
    };
}());

/** Stands for the colour of the page's text, which replaces it in what is drawn. */
var pipemarkInk = '#101112';

/** Draws a chart as SVG, without a page: its kind, its data as JSON, its width and height in pixels. */
function drawPipemarkChart(kind, json, width, height) {
    'use strict';
    var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
    chart.setOption(pipemarkCharts[kind](JSON.parse(json), {width: width, height: height, ink: pipemarkInk, live: false}));
    var svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
}
