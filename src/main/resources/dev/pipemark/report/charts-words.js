/*
 * Hues and words of the charts of a report. They use nothing but the language, for they draw still pictures without a
 * browser as well as live ones in a page.
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

/** Names and numbers that fit where they stand. */
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

    /** About how wide a text is, in pixels: without a browser nobody measures. */
    function wide(name, size) {
        return points(name).reduce(function (sum, point) { return sum + pointWidth(point); }, 0) * (size || 12);
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

    return {
        wide: wide, cut: cut, widest: widest, amount: amount, time: time
    };
}());
