/*
 * Percentiles of single round trips.
 */
(function (charts) {
    'use strict';

    /** Shows the percentiles of each codec on one line, from the median to the maximum. */
    function tail(data, view) {
        var p = pipemarkParts(view);
        var names = data.items.map(function (item) { return item.name; });
        var left = p.room(names) + 10;
        var all = [];
        data.items.forEach(function (item) { all = all.concat(item.values); });
        var labels = data.items.map(function (item) {
            var known = item.values.filter(p.real);
            var p99 = item.values[data.percentiles.indexOf('p99')];
            // The label is above its mark. At the end of the line it would seem to belong to the maximum.
            return p.real(p99)
                ? {text: p.time(p99, p99 / 10), at: p99, place: {position: 'top', distance: 4}}
                : {text: 'p99 unknown: too few calls', at: Math.max.apply(null, known), place: {position: 'right', distance: 10}};
        });
        var ends = p.range(all, p.narrow ? [] : labels.map(function (label) {
            return {value: label.at, pixels: p.wide(label.text) + 18};
        }), view.width - left - 16);
        var series = [p.marks('x', ends, 0, p.time)];
        series.push(p.paths('', data.items.map(function (item, at) {
            var known = item.values.filter(p.real);
            return [Math.min.apply(null, known), at, Math.max.apply(null, known), at];
        }), 1, p.ink, p.SOFT_LINE, 1));
        data.percentiles.forEach(function (percentile, at) {
            var rows = [];
            data.items.forEach(function (item, row) {
                if (p.real(item.values[at])) {
                    rows.push({
                        value: [item.values[at], row],
                        tip: [item.name, percentile + ': ' + p.time(item.values[at], item.values[at] / 10)]
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
                label: p.text(11, {
                    show: true,
                    formatter: function (point) { return point.data.label2; }
                }),
                data: labels.map(function (label, at) {
                    return {value: [label.at, at], label2: label.text, label: label.place};
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

    charts.tail = tail;
}(pipemarkCharts));
