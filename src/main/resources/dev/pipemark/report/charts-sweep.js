/*
 * Rates along a growing quantity.
 */
(function (charts) {
    'use strict';

    /** Returns heights at which labels at the ends of lines do not overlap, in pixels from the top. */
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

    /** Shows a line for each codec, with its name at the end. */
    function sweep(data, view) {
        var p = pipemarkParts(view);
        var items = data.items.map(function (item) {
            return p.merged(item, {points: item.points.filter(function (point) { return p.real(point.value); })});
        }).filter(function (item) { return item.points.length; });
        var named = items.map(function (item) { return item.name; });
        var size = 11;
        var direct = !p.narrow;
        var right = direct ? Math.min(p.widest(named, size) + 14 + Math.min(60, 9 * items.length), view.width * 0.34) : 18;
        var entries = items.map(function (item) { return {name: item.name}; });
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
        // Codecs are side by side at each point, so that whiskers do not overlap.
        var width = view.width - grid.left - right;
        var nearest = data.points.slice(1).reduce(function (least, point, at) {
            return Math.min(least, Math.log(point / data.points[at]));
        }, Math.log(xs.max / xs.min)) * width / Math.log(xs.max / xs.min);
        var step = items.length < 2 ? 0 : Math.min(9, 0.4 * nearest / (items.length - 1));
        var aside = Math.exp(step * (items.length - 1) / 2 / width * Math.log(xs.max / xs.min));
        xs = {min: xs.min / aside, max: xs.max * aside};
        function dodged(at, point) {
            return point * Math.exp(step * (at - (items.length - 1) / 2) / width * Math.log(xs.max / xs.min));
        }
        var ys = p.range(values);
        var lasts = items.map(function (item) { return item.points[item.points.length - 1]; });
        var heights = lasts.map(function (last) {
            return grid.top + height * (1 - Math.log(last.value / ys.min) / Math.log(ys.max / ys.min));
        });
        var placed = apart(heights, Math.min(size + 3, height / items.length), grid.top + 6, grid.top + height - 6);
        var series = [p.marks('x', xs, ys.min, p.amount, data.points), p.marks('y', ys, xs.min, p.amount)];
        var end = Math.max.apply(null, lasts.map(function (last) { return last.at; }));
        items.forEach(function (item, at) {
            // A codec with one inner point has its name to the left of it.
            var inner = direct && item.points.length === 1 && lasts[at].at < end;
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
                    show: direct && !inner,
                    distance: 8,
                    offset: [step * (items.length - 1 - at), placed[at] - heights[at]],
                    formatter: function () { return p.cut(named[at], right - 12 - step * (items.length - 1 - at), size); }
                }),
                label: p.text(size, {
                    show: inner,
                    position: 'left',
                    distance: 8,
                    offset: [-step * at, placed[at] - heights[at]],
                    formatter: function () { return p.cut(named[at], right - 12, size); }
                }),
                data: item.points.map(function (point) {
                    return {
                        value: [dodged(at, point.at), point.value],
                        tip: [item.name, data.along + ': ' + point.at, point.text]
                    };
                })
            });
            series.push(p.whiskers(item.name, item.points.filter(function (point) {
                return p.real(point.lower) && p.real(point.upper);
            }).map(function (point) {
                return [dodged(at, point.at), point.lower, dodged(at, point.at), point.upper];
            }), color));
        });
        return p.base({
            grid: grid,
            xAxis: p.logAxis(data.along, xs),
            yAxis: p.logAxis(data.unit, ys, {nameGap: grid.left - 18}),
            legend: p.legend(entries),
            series: series
        });
    }

    charts.sizes = charts.windows = charts.workers = sweep;
}(pipemarkCharts));
