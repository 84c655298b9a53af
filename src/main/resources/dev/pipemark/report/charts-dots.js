/*
 * Charts with a dot for each codec: who is fast, and who really ties.
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

    charts.rates = rates;
    charts.ties = ties;
}(pipemarkCharts));
