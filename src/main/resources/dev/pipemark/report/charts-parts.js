/*
 * The parts of charts: shapes, axes, whiskers, legends.
 */

/**
 * Returns the parts for one drawing.
 *
 * @param view width and height in pixels; ink, the colour of text and lines
 */
function pipemarkParts(view) {
    'use strict';
    var INKS = pipemarkInks;
    var WORDS = pipemarkWords;
    var AXES = pipemarkAxes;
    var ink = view.ink;
    var narrow = view.width < 560;
    // No font here needs quotes, which would end the attribute around them.
    var FONT = 'system-ui, -apple-system, Roboto, Helvetica, Arial, sans-serif';
    // Contrast with the page must be at least 4.5:1 for text, and 3:1 for lines that matter.
    var SOFT_TEXT = 0.75;
    var SOFT_LINE = 0.6;
    var GRID_LINE = 0.15;

    var HUES = [INKS.blue, INKS.vermilion, INKS.green, INKS.pink, INKS.violet, INKS.grey];
    // ECharts fills its own empty shapes with white on any page. These shapes have holes instead.
    var RING = 'path://M10 0A10 10 0 1 1 -10 0A10 10 0 1 1 10 0ZM5.6 0A5.6 5.6 0 1 0 -5.6 0A5.6 5.6 0 1 0 5.6 0Z';
    var FRAME = 'path://M0 0L20 0L20 20L0 20ZM4.5 4.5L4.5 15.5L15.5 15.5L15.5 4.5Z';
    var DOWN = 'path://M0 0L20 0L10 18Z';
    var PLUS = 'path://M7 0L13 0L13 7L20 7L20 13L13 13L13 20L7 20L7 13L0 13L0 7L7 7Z';
    var CROSS = 'path://M4 0L10 6L16 0L20 4L14 10L20 16L16 20L10 14L4 20L0 16L6 10L0 4Z';
    var SHAPES = ['circle', 'rect', 'triangle', 'diamond', RING, FRAME, DOWN, PLUS, CROSS];
    var DASHES = ['solid', 'dashed', 'dotted'];

    function merged(one, other) { return Object.assign({}, one, other); }

    function text(size, more) {
        return merged({color: ink, fontFamily: FONT, fontSize: size || 12}, more);
    }

    /**
     * Returns the numbers and lines of the visible part of a logarithmic axis. ECharts itself marks only powers of ten.
     *
     * @param fixed numbers that are marked instead of round ones, if there is room
     */
    function marks(along, ends, other, format, fixed) {
        function end(value) { return along === 'x' ? [value, other] : [other, value]; }
        return {
            type: 'custom',
            silent: true,
            z: 0,
            clip: false,
            tooltip: {show: false},
            data: [end(ends.min)],
            renderItem: function (params, api) {
                var box = params.coordSys;
                var at = along === 'x' ? 0 : 1;
                var from = along === 'x' ? box.x : box.y + box.height;
                var length = along === 'x' ? box.width : -box.height;
                var first = api.coord(end(ends.min))[at];
                var scale = (api.coord(end(ends.max))[at] - first) / Math.log(ends.max / ends.min);
                var low = ends.min * Math.exp((from - first) / scale);
                var high = ends.min * Math.exp((from + length - first) / scale);
                var children = [];
                var gap = along === 'x' ? 54 : 26;
                var before = -1e9;
                var marked = fixed ? fixed.map(function (value) {
                    return {value: value, step: value / 1000};
                }).filter(function (tick) {
                    var place = api.coord(end(tick.value))[at];
                    var roomy = tick.value >= low * 0.999 && tick.value <= high * 1.001 && place - before >= gap * 0.6;
                    if (roomy) { before = place; }
                    return roomy;
                }) : AXES.ticks(low, high, gap, Math.abs(scale));
                var lines = '';
                marked.forEach(function (tick) {
                    var place = Math.round(api.coord(end(tick.value))[at]) + 0.5;
                    lines += along === 'x'
                        ? stroke(place, box.y, place, box.y + box.height)
                        : stroke(box.x, place, box.x + box.width, place);
                    children.push({
                        type: 'text',
                        x: along === 'x' ? place : box.x - 7,
                        y: along === 'x' ? box.y + box.height + 8 : place,
                        style: {
                            text: format(tick.value, tick.step),
                            fill: ink,
                            fontSize: 12,
                            fontFamily: FONT,
                            align: along === 'x' ? 'center' : 'right',
                            verticalAlign: along === 'x' ? 'top' : 'middle'
                        }
                    });
                });
                children.push({
                    type: 'path',
                    shape: {pathData: lines},
                    style: {stroke: ink, opacity: GRID_LINE, lineWidth: 1, fill: 'none'}
                });
                return {type: 'group', children: children};
            }
        };
    }

    function axis(type, name, more) {
        return merged({
            type: type,
            name: name,
            nameLocation: 'middle',
            nameGap: 30,
            nameTextStyle: text(),
            axisLabel: text(),
            axisLine: {show: true, lineStyle: {color: ink, opacity: SOFT_LINE}},
            axisTick: {show: false},
            splitLine: {show: false}
        }, more);
    }

    /** Returns a logarithmic axis. The function marks draws its numbers and lines. */
    function logAxis(name, ends, more) {
        return axis('log', name, merged({min: ends.min, max: ends.max, axisLabel: {show: false}}, more));
    }

    /** Returns an axis of names, from the top. */
    function nameAxis(names, room, more) {
        return axis('category', '', merged({
            data: names.map(String),
            inverse: true,
            axisLabel: text(12, {
                interval: 0,
                formatter: function (name, at) { return WORDS.cut(names[at], room); }
            })
        }, more));
    }

    /** Returns the room for names beside an axis, in pixels. */
    function room(names) {
        return Math.min(WORDS.widest(names) + 12, Math.max(84, view.width * 0.3));
    }

    /**
     * Returns vertical lines from lower to upper with a stroke at each end. All lines of a series are one path, since an
     * element for each would take most of a drawing's time and size.
     */
    function whiskers(name, rows, color) {
        return paths(name, rows, 1, color, 1, 1.5, function (low, high) {
            return stroke(low[0], low[1], high[0], high[1])
                + stroke(low[0] - 4, low[1], low[0] + 4, low[1])
                + stroke(high[0] - 4, high[1], high[0] + 4, high[1]);
        });
    }

    function stroke(x1, y1, x2, y2) {
        return 'M' + x1.toFixed(1) + ' ' + y1.toFixed(1) + 'L' + x2.toFixed(1) + ' ' + y2.toFixed(1);
    }

    /**
     * Returns lines between pairs of points, all in one path.
     *
     * @param rows x and y of two points each
     * @param line makes the path between two points in pixels; by default a straight line
     */
    function paths(name, rows, z, color, opacity, width, line) {
        return {
            name: name,
            type: 'custom',
            silent: true,
            z: z,
            clip: true,
            itemStyle: {color: color},
            tooltip: {show: false},
            data: rows.slice(0, 1),
            renderItem: function (params, api) {
                return {
                    type: 'path',
                    shape: {
                        pathData: rows.map(function (row) {
                            var low = api.coord([row[0], row[1]]);
                            var high = api.coord([row[2], row[3]]);
                            return line ? line(low, high) : stroke(low[0], low[1], high[0], high[1]);
                        }).join('')
                    },
                    style: {stroke: color, opacity: opacity, lineWidth: width, fill: 'none'}
                };
            }
        };
    }

    /** Returns the known values of items and the ends of their intervals. */
    function ends(items) {
        var values = [];
        items.forEach(function (item) { values.push(item.value, item.lower, item.upper); });
        return values.filter(AXES.real);
    }

    /** Returns the number of lines of a legend. */
    function lines(names) {
        var count = 1;
        var used = 0;
        names.forEach(function (name) {
            var width = WORDS.wide(name) + 14 + 5 + 16;
            if (used && used + width > view.width - 10) {
                count++;
                used = 0;
            }
            used += width;
        });
        return count;
    }

    /** Returns whether a legend has pages, because it has more than three lines. */
    function paged(names) {
        return lines(names) > 3;
    }

    /** Returns a legend below the chart. */
    function legend(entries) {
        return {
            data: entries,
            type: paged(entries.map(function (entry) { return entry.name; })) ? 'scroll' : 'plain',
            bottom: 0,
            left: 'center',
            textStyle: text(12),
            pageTextStyle: text(12),
            pageIconColor: ink,
            pageIconInactiveColor: INKS.grey,
            inactiveColor: INKS.grey,
            itemWidth: 14,
            itemHeight: 10,
            itemGap: 16,
            padding: 3,
            formatter: function (name) { return WORDS.cut(name, view.width - 50); }
        };
    }

    /** Returns the pixels below the axis that a legend of these names needs. */
    function below(names) {
        return 56 + (!names.length ? 0 : paged(names) ? 1 : lines(names)) * 21;
    }

    function base(more) {
        return merged({animation: false, backgroundColor: 'transparent', textStyle: text()}, more);
    }

    /** Returns the lines of an item's tooltip. */
    function tip(item) {
        return [item.name].concat(item.text ? [item.text] : []);
    }

    return {
        INKS: INKS, HUES: HUES, SHAPES: SHAPES, DASHES: DASHES, ink: ink, narrow: narrow,
        SOFT_TEXT: SOFT_TEXT, SOFT_LINE: SOFT_LINE, top: 34,
        merged: merged, text: text, real: AXES.real, range: AXES.range,
        wide: WORDS.wide, widest: WORDS.widest, cut: WORDS.cut, amount: WORDS.amount, time: WORDS.time,
        marks: marks, axis: axis, logAxis: logAxis, nameAxis: nameAxis, room: room, whiskers: whiskers, paths: paths,
        ends: ends, legend: legend, below: below, base: base, tip: tip
    };
}

/*
 * A function for each kind of chart. Its arguments are the data of a chart and the view, and it returns the options for
 * ECharts.
 */
var pipemarkCharts = {};
