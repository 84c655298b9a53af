/*
 * Rates along something that grows: where sizes cross, what a wider window or more workers gain.
 */
(function (charts) {
    'use strict';

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

    charts.sweep = sweep;
}(pipemarkCharts));
