/*
 * The charts of a report: for each kind a function from the run's data to the options of an ECharts chart. The same
 * script draws still pictures without a browser and may draw live ones in a page, so it uses nothing but the language.
 *
 * Hues are Okabe and Ito's, safe for colour-blind readers, and each badge or codec has a shape beside its hue.
 */
var pipemarkCharts = (function () {
    'use strict';

    // Stands for the colour of the page's text, which replaces it in what is drawn.
    var INK = '#101112';
    // No name here needs quotes: they would end up within the quotes of an attribute.
    var FONT = 'system-ui, -apple-system, Roboto, Helvetica, Arial, sans-serif';

    var BADGES = {
        'idiomatic': {color: '#0072B2', symbol: 'circle'},
        'tuned': {color: '#D55E00', symbol: 'rect'},
        'schema': {color: '#009E73', symbol: 'triangle'},
        'hand-written': {color: '#CC79A7', symbol: 'diamond'},
        'control': {color: '#808080', symbol: 'roundRect'},
        'other': {color: '#56B4E9', symbol: 'pin'}
    };
    var HUES = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#808080'];
    var SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];
    var DASHES = ['solid', 'dashed', 'dotted'];

    function badge(item) {
        return BADGES[item.badge] || BADGES.other;
    }

    function text(size) {
        return {color: INK, fontFamily: FONT, fontSize: size || 12};
    }

    function axis(type, name, more) {
        var options = {
            type: type,
            name: name,
            nameLocation: 'middle',
            nameGap: 32,
            nameTextStyle: text(),
            axisLabel: text(),
            axisLine: {show: true, lineStyle: {color: INK, opacity: 0.5}},
            axisTick: {show: type !== 'category', lineStyle: {color: INK, opacity: 0.5}},
            splitLine: {show: type !== 'category', lineStyle: {color: INK, opacity: 0.15}}
        };
        Object.keys(more || {}).forEach(function (key) { options[key] = more[key]; });
        return options;
    }

    /** 1200000 as 1.2 M: thousands and millions, up to three digits. */
    function short(value) {
        if (value >= 1e6) { return trimmed(value / 1e6) + ' M'; }
        if (value >= 1e3) { return trimmed(value / 1e3) + ' k'; }
        return trimmed(value);
    }

    function trimmed(value) {
        return String(Number(value.toPrecision(3)));
    }

    /** A logarithmic axis that ends a little beyond the data, on 1, 2 or 5. */
    function bounds(values) {
        function step(value, up) {
            var power = Math.pow(10, Math.floor(Math.log(value) / Math.LN10 + 1e-9));
            var steps = up ? [1, 2, 5, 10] : [10, 5, 2, 1];
            for (var i = 0; i < steps.length; i++) {
                var edge = steps[i] * power;
                if (up ? edge >= value : edge <= value) { return edge; }
            }
            return value;
        }
        return {
            min: step(Math.min.apply(null, values) / 1.15, false),
            max: step(Math.max.apply(null, values) * 1.15, true)
        };
    }

    /** Ticks at 1, 2 and 5 of each decade where there are few decades, else at each decade. */
    function logAxis(name, values, more) {
        var range = bounds(values);
        var options = axis('log', name, more);
        options.min = range.min;
        options.max = range.max;
        options.axisLabel = text();
        options.axisLabel.formatter = short;
        options.axisLabel.hideOverlap = true;
        options.minorTick = {show: true, splitNumber: 9, lineStyle: {color: INK, opacity: 0.4}};
        return options;
    }

    function ends(items) {
        var values = [];
        items.forEach(function (item) {
            values.push(item.value);
            if (item.lower > 0) { values.push(item.lower); }
            if (item.upper > 0) { values.push(item.upper); }
        });
        return values;
    }

    function base(more) {
        var options = {animation: false, backgroundColor: 'transparent', textStyle: text()};
        Object.keys(more).forEach(function (key) { options[key] = more[key]; });
        return options;
    }

    function legend(entries) {
        return {data: entries, bottom: 0, textStyle: text(), itemWidth: 14, itemHeight: 10, itemGap: 18};
    }

    function badgeLegend(badges) {
        return legend(badges.map(function (name) {
            return {name: name, icon: BADGES[name].symbol, itemStyle: {color: BADGES[name].color}};
        }));
    }

    /** Room for names beside an axis, in pixels: without a browser nobody measures text. */
    function room(names) {
        return 14 + 7.4 * Math.max.apply(null, names.map(function (name) { return Math.min(40, name.length); }));
    }

    function badgesOf(items) {
        return Object.keys(BADGES).filter(function (name) {
            return items.some(function (item) { return badge(item) === BADGES[name]; });
        });
    }

    /** A line from lower to upper with a stroke at either end, along x or y. */
    function whiskers(name, rows, along, color) {
        return {
            name: name,
            type: 'custom',
            silent: true,
            z: 1,
            itemStyle: {color: color},
            data: rows,
            renderItem: function (params, api) {
                var low = api.coord([api.value(0), api.value(1)]);
                var high = api.coord([api.value(2), api.value(3)]);
                var dx = along === 'x' ? 0 : 4;
                var dy = along === 'x' ? 4 : 0;
                function line(x1, y1, x2, y2) {
                    return {
                        type: 'line',
                        shape: {x1: x1, y1: y1, x2: x2, y2: y2},
                        style: {stroke: color, lineWidth: 1.5}
                    };
                }
                return {
                    type: 'group',
                    children: [
                        line(low[0], low[1], high[0], high[1]),
                        line(low[0] - dx, low[1] - dy, low[0] + dx, low[1] + dy),
                        line(high[0] - dx, high[1] - dy, high[0] + dx, high[1] + dy)
                    ]
                };
            }
        };
    }

    /** Who is fast: a dot for each codec, fastest on top, the interval as whiskers, the number beside it. */
    function rates(data) {
        var items = data.items;
        var names = items.map(function (item) { return item.name; });
        var badges = badgesOf(items);
        var series = [];
        badges.forEach(function (name) {
            var look = BADGES[name];
            var mine = items.filter(function (item) { return badge(item) === look; });
            series.push(whiskers(name, mine.filter(function (item) {
                return item.lower > 0;
            }).map(function (item) {
                return [item.lower, names.indexOf(item.name), item.upper, names.indexOf(item.name)];
            }), 'x', look.color));
            series.push({
                name: name,
                type: 'scatter',
                symbol: look.symbol,
                symbolSize: 11,
                itemStyle: {color: look.color, opacity: 1},
                z: 2,
                label: {
                    show: true,
                    position: 'right',
                    distance: 8,
                    color: INK,
                    fontFamily: FONT,
                    formatter: function (point) { return point.data.label2; }
                },
                data: mine.map(function (item) {
                    return {value: [item.value, names.indexOf(item.name)], label2: item.label};
                })
            });
        });
        var range = ends(items);
        // Room for the number beside the last dot.
        range.push(Math.max.apply(null, range) * Math.pow(Math.max.apply(null, range) / Math.min.apply(null, range), 0.12));
        return base({
            grid: {left: room(names), right: 30, top: 10, bottom: 86},
            xAxis: logAxis('messages per second', range),
            yAxis: axis('category', '', {data: names, inverse: true}),
            legend: badgeLegend(badges),
            series: series
        });
    }

    /** What is traded: small messages against many of them, each dot with its codec's name. */
    function tradeOff(data) {
        var items = data.items;
        var badges = badgesOf(items);
        var bytes = items.map(function (item) { return item.bytes; });
        var series = [];
        badges.forEach(function (name) {
            var look = BADGES[name];
            var mine = items.filter(function (item) { return badge(item) === look; });
            series.push(whiskers(name, mine.filter(function (item) {
                return item.lower > 0;
            }).map(function (item) {
                return [item.bytes, item.lower, item.bytes, item.upper];
            }), 'y', look.color));
            series.push({
                name: name,
                type: 'scatter',
                symbol: look.symbol,
                symbolSize: 11,
                itemStyle: {color: look.color, opacity: 1},
                z: 2,
                label: {
                    show: true,
                    position: 'right',
                    distance: 7,
                    color: INK,
                    fontFamily: FONT,
                    fontSize: 11,
                    formatter: function (point) { return point.data.label2; }
                },
                labelLayout: {moveOverlap: 'shiftY'},
                data: mine.map(function (item) {
                    return {value: [item.bytes, item.value], label2: item.name};
                })
            });
        });
        // Room for the name beside the last dot.
        bytes.push(Math.max.apply(null, bytes) * Math.pow(Math.max.apply(null, bytes) / Math.min.apply(null, bytes), 0.15));
        return base({
            grid: {left: 90, right: 30, top: 16, bottom: 86},
            xAxis: logAxis('bytes per message', bytes),
            yAxis: logAxis('messages per second', ends(items), {nameGap: 60}),
            legend: badgeLegend(badges),
            series: series
        });
    }

    /** Codec or pipe: the stages of a trip end to end; the codec's are coloured, the pipe's grey. */
    function stages(data) {
        var looks = ['#0072B2', '#8a8f98', '#D55E00', '#009E73', '#56B4E9', '#b9bec6', '#E69F00'];
        var names = data.items.map(function (item) { return item.name; });
        return base({
            grid: {left: room(names), right: 30, top: 10, bottom: 86},
            xAxis: axis('value', 'microseconds'),
            yAxis: axis('category', '', {data: names, inverse: true}),
            legend: legend(data.stages),
            series: data.stages.map(function (stage, at) {
                return {
                    name: stage,
                    type: 'bar',
                    stack: 'trip',
                    barMaxWidth: 18,
                    itemStyle: {color: looks[at % looks.length], borderColor: '#ffffff', borderWidth: 0.5},
                    data: data.items.map(function (item) { return item.stages[at]; })
                };
            })
        });
    }

    /** Rates along something that grows: a line for each codec, named at its end. */
    function sweep(data) {
        var values = [];
        data.items.forEach(function (item) { values = values.concat(ends(item.points)); });
        var series = [];
        data.items.forEach(function (item, at) {
            var color = HUES[at % HUES.length];
            series.push({
                name: item.name,
                type: 'line',
                symbol: SHAPES[at % SHAPES.length],
                symbolSize: 9,
                lineStyle: {color: color, width: 1.8, type: DASHES[Math.floor(at / HUES.length) % DASHES.length]},
                itemStyle: {color: color},
                endLabel: {
                    show: true,
                    color: INK,
                    fontFamily: FONT,
                    fontSize: 11,
                    formatter: function (point) { return point.seriesName; }
                },
                labelLayout: {moveOverlap: 'shiftY'},
                data: item.points.map(function (point) { return [point.at, point.value]; })
            });
            series.push(whiskers(item.name, item.points.filter(function (point) {
                return point.lower > 0;
            }).map(function (point) {
                return [point.at, point.lower, point.at, point.upper];
            }), 'y', color));
        });
        return base({
            grid: {left: 90, right: room(data.items.map(function (item) { return item.name; })) + 8, top: 16, bottom: 60},
            xAxis: logAxis(data.along, data.points),
            yAxis: logAxis('messages per second', values, {nameGap: 60}),
            series: series
        });
    }

    return {rates: rates, tradeOff: tradeOff, stages: stages, sweep: sweep};
}());

/** Draws a chart as SVG, without a page: its kind, its data as JSON, its width and height in pixels. */
function drawPipemarkChart(kind, json, width, height) {
    'use strict';
    var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
    chart.setOption(pipemarkCharts[kind](JSON.parse(json)));
    var svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
}
