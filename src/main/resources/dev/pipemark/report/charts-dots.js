/*
 * The chart with a dot for each codec: its streamed rate.
 * 
 * For each kind of chart there is a function from the run's data, and the view it is drawn for, to the options of an
 * ECharts chart. The same functions draw still pictures without a browser and live charts in a page.
 */
var pipemarkCharts = {};

(function (charts) {
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
        // Where an interval goes on beyond what is drawn.
        [['cutLower', 'lower', 90], ['cutUpper', 'upper', -90]].forEach(function (end) {
            var cut = shown.filter(function (row) { return row.item[end[0]]; });
            if (cut.length) {
                series.push({
                    name: name,
                    type: 'scatter',
                    silent: true,
                    symbol: 'triangle',
                    symbolRotate: end[2],
                    symbolSize: 10,
                    z: 2,
                    itemStyle: {color: look.color, opacity: 1},
                    tooltip: {show: false},
                    data: cut.map(function (row) { return [row.item[end[1]], row.at]; })
                });
            }
        });
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
        var ends = p.range(p.ends(items), free, view.width - left - 16);
        var series = [p.marks('x', ends, 0, how.format)];
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
                top: p.top,
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

    charts.rates = rates;
}(pipemarkCharts));
