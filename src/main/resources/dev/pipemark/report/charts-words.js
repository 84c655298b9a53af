/*
 * Hues and words of charts.
 *
 * Hues are based on those of Okabe and Ito. Each has a contrast of at least 3:1 with a light and with a dark page. Each is
 * used with a shape, a dash or a pattern, so that no reader depends on hues.
 */
var pipemarkInks = {
    blue: '#0072B2',
    vermilion: '#D55E00',
    green: '#009E73',
    pink: '#C0649A',
    violet: '#7755FF',
    grey: '#808080'
};

/** Names and numbers in limited space. */
var pipemarkWords = (function () {
    'use strict';

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

    /** Estimates the width of a text in pixels, without a layout of the page. */
    function wide(name, size) {
        return points(name).reduce(function (sum, point) { return sum + pointWidth(point); }, 0) * (size || 12);
    }

    /** Shortens a name to the room for it, with an ellipsis. */
    function cut(name, room, size) {
        if (wide(name, size) <= room) { return String(name); }
        var kept = [];
        var used = size || 12;
        points(name).every(function (point) {
            used += pointWidth(point) * (size || 12);
            if (used <= room) { kept.push(point); }
            return used <= room;
        });
        // Drops spaces and joiners at the end.
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

    /** Returns 1200000 as 1.2 M. */
    function amount(value, step) {
        var unit = value >= 1e9 ? [1e9, ' G'] : value >= 1e6 ? [1e6, ' M'] : value >= 1e3 ? [1e3, ' k'] : [1, ''];
        return digits(value / unit[0], step / unit[0]) + unit[1];
    }

    /** Returns nanoseconds with a suitable unit. */
    function time(value, step) {
        var unit = value >= 1e9 ? [1e9, ' s'] : value >= 1e6 ? [1e6, ' ms'] : value >= 1e3 ? [1e3, ' µs'] : [1, ' ns'];
        return digits(value / unit[0], step / unit[0]) + unit[1];
    }

    return {
        wide: wide, cut: cut, widest: widest, amount: amount, time: time
    };
}());
