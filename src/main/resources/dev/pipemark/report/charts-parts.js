/*
 * What the charts of a report are made of: hues and shapes, names that fit, axes, whiskers, legends. It uses nothing but
 * the language, for it draws still pictures without a browser as well as live ones in a page.
 *
 * Hues are Okabe and Ito's as far as they stand out from a light and a dark page, at least 3:1 against either; each has
 * a shape, a dash or a pattern beside it, so that no reader depends on hues.
 */
var pipemarkInks = {
    blue: '#0072B2',
    vermilion: '#D55E00',
    green: '#009E73',
    pink: '#C0649A',
    violet: '#7755FF',
    grey: '#808080'
};

/* From best to worst: lightness falls evenly, which any eye tells apart. Numbers upon them are black or white. */
var pipemarkSteps = [
    {to: 1.03, color: '#FFF4C2', words: 'to ×1.03'},
    {to: 1.2, color: '#E9D77F', words: 'to ×1.2'},
    {to: 1.5, color: '#C9BA6A', words: 'to ×1.5'},
    {to: 2, color: '#A59C74', words: 'to ×2'},
    {to: 4, color: '#6F7076', words: 'to ×4'},
    {to: 10, color: '#3F4C6B', words: 'to ×10'},
    {to: Infinity, color: '#00224E', words: 'beyond ×10'}
];

/** How bright a colour is, as WCAG 2 has it, from 0 to 1. */
function pipemarkLuminance(color) {
    'use strict';
    var sum = 0;
    [0.2126, 0.7152, 0.0722].forEach(function (weight, at) {
        var part = parseInt(color.substr(1 + 2 * at, 2), 16) / 255;
        sum += weight * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    });
    return sum;
}

/**
 * Parts for one drawing.
 *
 * @param view width in pixels; ink, the colour of text and lines; live, whether a reader can point at things
 */
function pipemarkParts(view) {
    'use strict';
    var INKS = pipemarkInks;
    var ink = view.ink;
    var narrow = view.width < 560;
    // No name here needs quotes: they would end up within the quotes of an attribute.
    var FONT = 'system-ui, -apple-system, Roboto, Helvetica, Arial, sans-serif';
    // Faint ink must still reach 4.5:1 where it is text, 3:1 where it is a line that matters.
    var SOFT_TEXT = 0.75;
    var SOFT_LINE = 0.6;
    var GRID_LINE = 0.15;

    var BADGES = {
        'idiomatic': {color: INKS.blue, symbol: 'circle'},
        'tuned': {color: INKS.vermilion, symbol: 'rect'},
        'schema': {color: INKS.green, symbol: 'triangle'},
        'hand-written': {color: INKS.pink, symbol: 'diamond'},
        'control': {color: INKS.grey, symbol: 'roundRect'},
        'other': {color: INKS.violet, symbol: 'pin'}
    };
    var HUES = [INKS.blue, INKS.vermilion, INKS.green, INKS.pink, INKS.violet, INKS.grey];
    // ECharts fills its own empty shapes with white, whatever the page has: these have holes.
    var RING = 'path://M10 0A10 10 0 1 1 -10 0A10 10 0 1 1 10 0ZM5.6 0A5.6 5.6 0 1 0 -5.6 0A5.6 5.6 0 1 0 5.6 0Z';
    var FRAME = 'path://M0 0L20 0L20 20L0 20ZM4.5 4.5L4.5 15.5L15.5 15.5L15.5 4.5Z';
    var DOWN = 'path://M0 0L20 0L10 18Z';
    var PLUS = 'path://M7 0L13 0L13 7L20 7L20 13L13 13L13 20L7 20L7 13L0 13L0 7L7 7Z';
    var CROSS = 'path://M4 0L10 6L16 0L20 4L14 10L20 16L16 20L10 14L4 20L0 16L6 10L0 4Z';
    var SHAPES = ['circle', 'rect', 'triangle', 'diamond', RING, FRAME, DOWN, PLUS, CROSS];
    var DASHES = ['solid', 'dashed', 'dotted'];

    function merged(one, other) {
        var both = {};
        [one, other || {}].forEach(function (each) {
            Object.keys(each).forEach(function (key) { both[key] = each[key]; });
        });
        return both;
    }

    function text(size, more) {
        return merged({color: ink, fontFamily: FONT, fontSize: size || 12}, more);
    }

    /** Whether a number can stand on a logarithmic axis. */
    function real(value) {
        return typeof value === 'number' && isFinite(value) && value > 0;
    }

    function points(name) {
        // Pairs of surrogates stay together.
        return String(name).match(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/g) || [];
    }

    function pointWidth(point) {
        if (/[\u0300-\u036F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE0F]/.test(point)) { return 0; }
        if (point.length > 1 || /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/.test(point)) {
            return 1.25;
        }
        return /[A-Z@%mw]/.test(point) ? 0.75 : /[ijlft.,:;'|!()[\] -]/.test(point) ? 0.36 : 0.58;
    }

    /** About how wide a text is, in pixels: without a browser nobody measures. */
    function wide(name, size) {
        return points(name).reduce(function (sum, point) { return sum + pointWidth(point); }, 0) * (size || 12);
    }

    /** A name with something behind it, which stays behind it where the name runs from right to left. */
    function followed(name, by) {
        return name + (/[\u0590-\u08FF\uFB1D-\uFEFC]/.test(name) ? '\u200E' : '') + ' ' + by;
    }

    /** As much of a name as fits, with an ellipsis where it does not. */
    function cut(name, room, size) {
        if (wide(name, size) <= room) { return String(name); }
        var kept = [];
        var used = size || 12;
        points(name).every(function (point) {
            used += pointWidth(point) * (size || 12);
            if (used <= room) { kept.push(point); }
            return used <= room;
        });
        // Nothing is left that waits for what was cut off.
        while (kept.length && /[\s\u200D]/.test(kept[kept.length - 1])) { kept.pop(); }
        return kept.join('') + '…';
    }

    function widest(names, size) {
        return names.reduce(function (most, name) { return Math.max(most, wide(name, size)); }, 0);
    }

    function digits(value, step) {
        var wanted = step > 0 ? 1 + Math.ceil(Math.log(value / step) / Math.LN10 - 1e-9) : 3;
        return String(Number(value.toPrecision(Math.max(1, Math.min(6, wanted)))));
    }

    /** 1200000 as 1.2 M. */
    function amount(value, step) {
        var unit = value >= 1e9 ? [1e9, ' G'] : value >= 1e6 ? [1e6, ' M'] : value >= 1e3 ? [1e3, ' k'] : [1, ''];
        return digits(value / unit[0], step / unit[0]) + unit[1];
    }

    /** Nanoseconds with the unit that suits them. */
    function time(value, step) {
        var unit = value >= 1e9 ? [1e9, ' s'] : value >= 1e6 ? [1e6, ' ms'] : value >= 1e3 ? [1e3, ' µs'] : [1, ' ns'];
        return digits(value / unit[0], step / unit[0]) + unit[1];
    }

    function times(value, step) {
        return '×' + digits(value, step);
    }

    /** A ratio as what it is more or less than one. */
    function percent(value) {
        var share = Number((100 * (value - 1)).toPrecision(3));
        return (share > 0 ? '+' : share < 0 ? '−' : '') + Math.abs(share) + ' %';
    }

    /**
     * Where a logarithmic axis begins and ends.
     *
     * @param free what stands beyond a value: the value, and how many pixels it needs
     * @param length of the axis, in pixels
     */
    function range(values, free, length) {
        var known = values.filter(real);
        if (!known.length) { return {min: 1, max: 10}; }
        var low = Math.min.apply(null, known);
        var high = Math.max.apply(null, known);
        var margin = Math.max(Math.pow(high / low, 0.05), 1.02);
        low /= margin;
        high *= margin;
        var end = high;
        (free || []).forEach(function (each) {
            if (real(each.value)) {
                var share = length / Math.max(length - each.pixels, length / 4);
                end = Math.max(end, low * Math.pow(each.value / low, share));
            }
        });
        return {min: low, max: end};
    }

    /** Round numbers from low to high, no closer to each other than the gap; scale is pixels to a factor of e. */
    function ticks(low, high, gap, scale) {
        var found = [];
        var step = 0;
        if (high / low < 4) {
            var least = gap * high / scale;
            var power = Math.pow(10, Math.floor(Math.log(least) / Math.LN10));
            step = [1, 2, 5, 10].map(function (each) { return each * power; }).filter(function (each) {
                return each >= least * 0.999;
            })[0] || 10 * power;
            for (var n = Math.ceil(low / step - 1e-9); n * step <= high * (1 + 1e-9) && found.length < 60; n++) {
                if (n > 0) { found.push({value: n * step, step: step}); }
            }
            if (found.length > 1) { return found; }
            found = [];
        }
        var sets = [
            {at: [1, 2, 3, 4, 5, 6, 7, 8, 9], closest: Math.log(10 / 9)},
            {at: [1, 1.5, 2, 3, 4, 5, 7], closest: Math.log(5 / 4)},
            {at: [1, 2, 3, 5, 7], closest: Math.log(7 / 5)},
            {at: [1, 2, 5], closest: Math.log(2)},
            {at: [1, 3], closest: Math.log(3)},
            {at: [1], closest: Math.LN10}
        ].filter(function (set) { return set.closest * scale >= gap; });
        var every = sets.length ? 1 : Math.ceil(gap / scale / Math.LN10);
        var decade = Math.floor(Math.log(low) / Math.LN10 + 1e-9);
        for (; Math.pow(10, decade) <= high && found.length < 60; decade++) {
            (sets.length ? sets[0].at : decade % every ? [] : [1]).forEach(function (mantissa) {
                var value = Number(mantissa + 'e' + decade);
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
                    found.push({value: value, step: Math.pow(10, decade) / (mantissa % 1 ? 10 : 1)});
                }
            });
        }
        return found;
    }

    /**
     * Numbers and lines of a logarithmic axis, whatever part of it is seen: ECharts would mark decades alone.
     *
     * @param fixed what is marked instead of round numbers, as far as there is room
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
                }) : ticks(low, high, gap, Math.abs(scale));
                marked.forEach(function (tick) {
                    var place = Math.round(api.coord(end(tick.value))[at]) + 0.5;
                    children.push({
                        type: 'line',
                        shape: along === 'x'
                            ? {x1: place, y1: box.y, x2: place, y2: box.y + box.height}
                            : {x1: box.x, y1: place, x2: box.x + box.width, y2: place},
                        style: {stroke: ink, opacity: GRID_LINE}
                    });
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

    /** Its numbers and lines are drawn by marks. */
    function logAxis(name, ends, more) {
        return axis('log', name, merged({min: ends.min, max: ends.max, axisLabel: {show: false}}, more));
    }

    /** An axis of names, from the top. */
    function nameAxis(names, room, more) {
        return axis('category', '', merged({
            data: names.map(String),
            inverse: true,
            axisLabel: text(12, {
                interval: 0,
                formatter: function (name, at) { return cut(names[at], room); }
            })
        }, more));
    }

    /** Room for names beside an axis, in pixels. */
    function room(names) {
        return Math.min(widest(names) + 12, Math.max(84, view.width * 0.3));
    }

    /** A line from lower to upper with a stroke at either end, along x or y; some pixels aside where others are near. */
    function whiskers(name, rows, along, color, aside) {
        return {
            name: name,
            type: 'custom',
            silent: true,
            z: 1,
            clip: true,
            itemStyle: {color: color},
            tooltip: {show: false},
            data: rows,
            renderItem: function (params, api) {
                var low = api.coord([api.value(0), api.value(1)]);
                var high = api.coord([api.value(2), api.value(3)]);
                var dx = along === 'x' ? 0 : 4;
                var dy = along === 'x' ? 4 : 0;
                low[0] += aside || 0;
                high[0] += aside || 0;
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

    /** A value and the ends of its interval, as far as they are known. */
    function ends(items) {
        var values = [];
        items.forEach(function (item) { values.push(item.value, item.lower, item.upper); });
        return values.filter(real);
    }

    /** How many lines the entries of a legend take. */
    function lines(names) {
        var count = 1;
        var used = 0;
        names.forEach(function (name) {
            var width = wide(name) + 14 + 5 + 16;
            if (used && used + width > view.width - 10) {
                count++;
                used = 0;
            }
            used += width;
        });
        return count;
    }

    /** Whether a reader pages through a legend: one of more than three lines, where there is a pointer to do so. */
    function paged(names) {
        return !!view.live && lines(names) > 3;
    }

    /** Below the chart. */
    function legend(entries) {
        return {
            data: entries,
            type: paged(entries.map(function (entry) { return entry.name; })) ? 'scroll' : 'plain',
            bottom: 0,
            left: 'center',
            selectedMode: !!view.live,
            textStyle: text(12),
            pageTextStyle: text(12),
            pageIconColor: ink,
            pageIconInactiveColor: INKS.grey,
            inactiveColor: INKS.grey,
            itemWidth: 14,
            itemHeight: 10,
            itemGap: 16,
            padding: 3,
            formatter: function (name) { return cut(name, view.width - 50); }
        };
    }

    /** Pixels that a legend of these names needs below the axis. */
    function below(names) {
        return 56 + (!names.length ? 0 : paged(names) ? 1 : lines(names)) * 21;
    }

    function base(more) {
        return merged({animation: false, backgroundColor: 'transparent', textStyle: text()}, more);
    }

    function look(item) {
        return BADGES[badge(item)];
    }

    function badge(item) {
        return Object.prototype.hasOwnProperty.call(BADGES, item.badge) ? item.badge : 'other';
    }

    /** The badges that these items have, in one order everywhere. */
    function badges(items) {
        return Object.keys(BADGES).filter(function (name) {
            return items.some(function (item) { return badge(item) === name; });
        });
    }

    function badgeEntries(names) {
        return names.map(function (name) {
            return {name: name, icon: BADGES[name].symbol, itemStyle: {color: BADGES[name].color}};
        });
    }

    /** What a reader is told who points at an item. */
    function tip(item) {
        return [item.name].concat(item.text ? [item.text] : []).concat(item.about ? [item.about] : []);
    }

    return {
        INKS: INKS, BADGES: BADGES, HUES: HUES, SHAPES: SHAPES, RING: RING,
        FRAME: FRAME, DOWN: DOWN, DASHES: DASHES, FONT: FONT, ink: ink, narrow: narrow,
        SOFT_TEXT: SOFT_TEXT, SOFT_LINE: SOFT_LINE, top: view.live ? 34 : 12,
        merged: merged, text: text, real: real, wide: wide, widest: widest, cut: cut, followed: followed, amount: amount, time: time,
        times: times, percent: percent, range: range, marks: marks, axis: axis, logAxis: logAxis, nameAxis: nameAxis,
        room: room, whiskers: whiskers, ends: ends, legend: legend, below: below, base: base, look: look, badge: badge,
        badges: badges, badgeEntries: badgeEntries, tip: tip
    };
}
