/*
 * Can it be trusted: forks in run order.
 */
(function (charts) {
    'use strict';

    /** Can it be trusted: each fork beside the mean of its cell, in the order they ran, and the mean of each round. */
    function forks(data, view) {
        var p = pipemarkParts(view);
        var shown = data.forks.filter(function (fork) { return p.real(fork[1]); });
        var many = shown.length > 1200;
        var first = Math.min.apply(null, data.rounds.map(function (round) { return round.from; }));
        var last = Math.max.apply(null, data.rounds.map(function (round) { return round.to; }));
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

    charts.forks = forks;
}(pipemarkCharts));
