/*
 * Logarithmic axes: their ends, and the round numbers that they show.
 */
var pipemarkAxes = (function () {
    'use strict';

    /** Returns whether a logarithmic axis has a place for a number. */
    function real(value) {
        return typeof value === 'number' && isFinite(value) && value > 0;
    }

    /**
     * Returns the ends of a logarithmic axis.
     *
     * @param free labels beyond a value: the value, and the pixels that its label needs
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

    /** Returns round numbers from low to high that are at least a gap of pixels apart. A factor of e has scale pixels. */
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

    return {real: real, range: range, ticks: ticks};
}());
