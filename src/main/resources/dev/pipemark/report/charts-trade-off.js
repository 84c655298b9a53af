/*
 * Bytes against rate, with the front and a label for each point.
 */
(function (charts) {
    'use strict';

    /**
     * Finds places for labels beside points. Labels do not overlap, and do not cross whiskers or the front if there is room.
     *
     * @param marks x, y, name and size of each in pixels, the most important first; each gets its way, or null
     * @param lines boxes that a label should not cross
     */
    function place(p, marks, lines, box) {
        var taken = marks.map(function (mark) {
            return {x1: mark.x - 7, y1: mark.y - 7, x2: mark.x + 7, y2: mark.y + 7};
        });
        var ways = [];
        [0, 13, -13, 26, -26, 40, -40].forEach(function (dy) {
            ways.push({dx: 10, dy: dy, align: 'left'}, {dx: -10, dy: dy, align: 'right'});
        });
        // Farther places, with a line to the point, for crowded points.
        [28, 52, 80, 110].forEach(function (dx) {
            [-22, 22, -44, 44, -66, 66, -88, 88].forEach(function (dy) {
                ways.push({dx: dx, dy: dy, align: 'left'}, {dx: -dx, dy: dy, align: 'right'});
            });
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

    /** Draws a thin line to each label that is not beside its point. */
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
                    shape: {x1: at[0], y1: at[1], x2: at[0] + 0.95 * api.value(2), y2: at[1] + api.value(3)},
                    style: {stroke: p.ink, opacity: p.SOFT_LINE, lineWidth: 0.7}
                };
            }
        };
    }

    /** Shows size against rate. The front is a step line, and no point is beyond it. */
    function tradeOff(data, view) {
        var p = pipemarkParts(view);
        var items = data.items.filter(function (item) { return p.real(item.bytes) && p.real(item.value); });
        var groups = [
            {name: 'on the front', color: p.INKS.blue, symbol: 'circle', has: function (item) { return item.front; }},
            {name: 'behind it', color: p.INKS.grey, symbol: 'diamond', has: function (item) { return !item.front; }}
        ].filter(function (group) { return items.some(group.has); });
        var names = groups.map(function (group) { return group.name; });
        var grid = {left: p.narrow ? 58 : 84, right: 16, top: p.top, bottom: p.below(names)};
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
        // The line runs from below the smallest message to the right of the fastest codec. Points below it are dominated.
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
                name: 'on the front',
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
        groups.forEach(function (group) {
            var mine = marks.filter(function (mark) { return group.has(mark.item); });
            series.push(p.whiskers(group.name, mine.filter(function (mark) {
                return p.real(mark.item.lower) && p.real(mark.item.upper);
            }).map(function (mark) {
                return [mark.item.bytes, mark.item.lower, mark.item.bytes, mark.item.upper];
            }), group.color));
            series.push({
                name: group.name,
                type: 'scatter',
                symbol: group.symbol,
                symbolSize: 11,
                itemStyle: {color: group.color, opacity: 1},
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
        return p.base({
            grid: grid,
            xAxis: p.logAxis('bytes per message', xs),
            yAxis: p.logAxis('messages per second', ys, {nameGap: grid.left - 18}),
            legend: p.legend(groups.map(function (group) {
                return {name: group.name, icon: group.symbol, itemStyle: {color: group.color}};
            })),
            series: series
        });
    }

    charts.tradeOff = tradeOff;
}(pipemarkCharts));
