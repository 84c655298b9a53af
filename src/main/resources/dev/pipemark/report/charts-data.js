/*
 * The data of charts. A chart shows a table of the page, so that the two cannot differ.
 */
var pipemarkData = (function () {
    'use strict';

    /** The sizes of units, in nanoseconds or operations per second. */
    var UNITS = {'s': 1e9, 'ms': 1e6, 'µs': 1e3, 'M/s': 1e6, 'k/s': 1e3};

    /** Returns the number at the start of a text; NaN if there is none. */
    function number(text) {
        var found = /^[\d,]+(\.\d+)?/.exec(text);
        return found ? Number(found[0].replace(/,/g, '')) : NaN;
    }

    /** Returns value and interval of a cell in nanoseconds, operations per second or bytes, and its text. */
    function cell(element, unit) {
        var text = element.firstChild ? element.firstChild.nodeValue.trim() : '';
        var detail = element.querySelector('p') ? element.querySelector('p').textContent.trim() : '';
        var interval = /^\[([\d.,]+), ([\d.,]+)\]/.exec(detail) || [];
        var size = UNITS[unit] || 1;
        return {
            value: size * number(text),
            lower: size * number(interval[1] || ''),
            upper: size * number(interval[2] || ''),
            text: [text].concat(unit || [], detail || []).join(' ')
        };
    }

    /** Returns the titles of the columns of numbers, and an item with its cells by title for each row. */
    function read(table) {
        var heads = Array.from(table.tHead.rows[0].cells, function (head) {
            var parts = /^(.*?)(?:, ([^,]*))?$/.exec(head.textContent);
            return {title: parts[1], unit: parts[2] || '', number: head.classList.contains('number')};
        });
        return {
            titles: heads.filter(function (head) { return head.number; }).map(function (head) { return head.title; }),
            items: Array.from(table.tBodies[0].rows, function (row) {
                var cells = {};
                heads.forEach(function (head, at) { cells[head.title] = cell(row.cells[at], head.unit); });
                return {name: cells.codec.text, cells: cells};
            })
        };
    }

    /** Returns the height of a plot with a row for each item, in pixels. */
    function rows(items) { return 16 + 26 * items.length; }

    function tradeOff(table) {
        return {
            height: 380,
            items: read(table).items.map(function (item) {
                var rate = item.cells.streamed;
                return {
                    name: item.name,
                    value: rate.value,
                    lower: rate.lower,
                    upper: rate.upper,
                    bytes: item.cells.bytes.value,
                    front: item.cells.front.text !== '',
                    text: rate.text + ', ' + item.cells.bytes.text + ' B'
                };
            })
        };
    }

    function stages(table) {
        var known = read(table);
        var others = ['whole trip', '×best', 'codec\'s share'];
        var names = known.titles.filter(function (title) { return others.indexOf(title) < 0; });
        var items = known.items.map(function (item) {
            return {
                name: item.name,
                stages: names.map(function (name) { return item.cells[name].value; }),
                text: item.cells['whole trip'].text + ', codec ' + item.cells['codec\'s share'].text
            };
        }).filter(function (item) { return item.stages.every(function (stage) { return stage >= 0; }); });
        return {height: rows(items), items: items, stages: names};
    }

    function tail(table) {
        var known = read(table);
        var items = known.items.map(function (item) {
            return {
                name: item.name,
                values: known.titles.map(function (title) { return item.cells[title].value; })
            };
        }).filter(function (item) { return item.values.filter(pipemarkAxes.real).length > 1; });
        return {height: rows(items), items: items, percentiles: known.titles};
    }

    /** Returns the data of a table whose columns are points of a growing quantity. */
    function sweep(along, unit) {
        return function (table) {
            var known = read(table);
            var points = known.titles.filter(function (title) { return /^\d+$/.test(title) && Number(title) > 0; });
            var items = known.items.map(function (item) {
                return {
                    name: item.name,
                    points: points.map(function (point) {
                        var rate = item.cells[point];
                        return {at: Number(point), value: rate.value, lower: rate.lower, upper: rate.upper, text: rate.text};
                    }).filter(function (point) { return pipemarkAxes.real(point.value); })
                };
            }).filter(function (item) { return item.points.length; });
            return {
                height: Math.max(410, 40 + 14 * items.length),
                items: items,
                points: points.map(Number),
                along: along,
                unit: unit
            };
        };
    }

    return {
        tradeOff: tradeOff,
        stages: stages,
        tail: tail,
        sizes: sweep('number of elements', 'messages per second'),
        windows: sweep('messages in flight', 'messages per second'),
        workers: sweep('workers', 'tasks per second')
    };
}());
