/*
 * The stages of a round trip.
 */
(function (charts) {
    'use strict';

    /** Shows the stages in order, as shares of the trip. Stages of the reply are hatched. */
    function stages(data, view) {
        var p = pipemarkParts(view);
        var looks = {
            'encode': {color: p.INKS.blue},
            'transfer': {color: p.INKS.grey},
            'decode': {color: p.INKS.vermilion},
            'use': {color: p.INKS.green},
            'encode reply': {color: p.INKS.blue, hatched: true},
            'transfer reply': {color: p.INKS.grey, hatched: true},
            'decode reply': {color: p.INKS.vermilion, hatched: true}
        };
        var names = data.items.map(function (item) { return item.name; });
        var left = p.room(names) + 10;
        var label = p.widest(data.items.map(function (item) { return item.text; })) + 16;
        var wholes = data.items.map(function (item) {
            return item.stages.reduce(function (sum, stage) { return sum + stage; }, 0);
        });
        function share(item, row, at) { return wholes[row] > 0 ? 100 * item.stages[at] / wholes[row] : 0; }
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
                    } : undefined
                },
                data: data.items.map(function (item, row) {
                    return {value: share(item, row, at), tip: [item.name, name + ': ' + p.time(item.stages[at], item.stages[at] / 10), item.text]};
                })
            };
        });
        // The codec's share and the whole time are at the end of each bar, even if stages are filtered out.
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
                return {value: [100, at], label2: item.text};
            })
        });
        var length = view.width - left - 24;
        var between = p.narrow ? 50 : 20;
        var lines = [];
        for (var at = 0; at < 30; at++) { lines.push(at * between <= 100 ? p.ink : 'transparent'); }
        return p.base({
            grid: {left: left, right: 24, top: p.top, bottom: p.below(order)},
            xAxis: p.axis('value', 'share of one round trip, %', {
                max: 100 * length / Math.max(length - label, length / 3),
                axisLabel: p.text(12, {
                    hideOverlap: true,
                    showMaxLabel: false,
                    formatter: function (value) { return value > 100 ? '' : String(value); }
                }),
                interval: between,
                // No lines behind the labels.
                splitLine: {show: true, lineStyle: {color: lines, opacity: 0.15}}
            }),
            yAxis: p.nameAxis(names, left - 16),
            legend: p.legend(order.map(function (name) { return {name: name}; })),
            series: series
        });
    }

    charts.stages = stages;
}(pipemarkCharts));
