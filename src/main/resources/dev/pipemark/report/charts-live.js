/*
 * The charts of a report in its page: the options of each kind of chart, and more for pointers and narrow screens.
 */

/**
 * Draws an interactive chart. It has tooltips, filters by its legend, zooms, and fits its element.
 *
 * @param element to draw in; it gets the height of the chart
 * @param kind the name of a function in pipemarkData and in pipemarkCharts
 * @param table with the numbers of the chart
 * @param palette ink, the colour of text and lines; page, the colour of the background
 * @returns recolour(palette)
 */
function livePipemarkChart(element, kind, table, palette) {
    'use strict';
    var data = pipemarkData[kind](table);
    var colours = palette;
    var inner = document.createElement('div');
    var chart = null;
    var drawnWidth = 0;
    // A chart that is wider than the screen scrolls within its element.
    element.style.overflowX = 'auto';
    element.appendChild(inner);

    /** Returns the lines as text. ECharts would read names from users as HTML. */
    function tooltip(point) {
        var lines = point && point.data && point.data.tip;
        if (!lines) { return ''; }
        var box = document.createElement('div');
        box.style.maxWidth = '18rem';
        box.style.whiteSpace = 'normal';
        box.style.overflowWrap = 'anywhere';
        lines.forEach(function (line, at) {
            var row = document.createElement('div');
            row.dir = 'auto';
            row.textContent = line;
            if (!at) { row.style.fontWeight = 'bold'; }
            box.appendChild(row);
        });
        return box;
    }

    function width() {
        return Math.max(element.clientWidth || 320, 280);
    }

    function view(across, height) {
        return {width: across, height: height, ink: colours.ink};
    }

    /** Returns the height of the plot, plus the room that axis, legend and tools need here. */
    function heightFor(across) {
        var grid = pipemarkCharts[kind](data, view(across, data.height)).grid;
        return data.height + grid.top + grid.bottom;
    }

    function zoomable(options) {
        return [['xAxisIndex', options.xAxis], ['yAxisIndex', options.yAxis]].filter(function (each) {
            return each[1].type !== 'category';
        });
    }

    function options(across, height) {
        var made = pipemarkCharts[kind](data, view(across, height));
        var zooms = zoomable(made);
        made.tooltip = {
            trigger: 'item',
            confine: true,
            formatter: tooltip,
            backgroundColor: colours.page || '#ffffff',
            borderColor: colours.ink,
            borderWidth: 1,
            textStyle: {color: colours.ink, fontSize: 13},
            extraCssText: 'box-shadow: none;'
        };
        if (zooms.length) {
            made.dataZoom = zooms.map(function (each) {
                // The wheel zooms only with Ctrl, and otherwise scrolls the page. Pinching zooms.
                var zoom = {type: 'inside', filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: false,
                    moveOnMouseWheel: false, preventDefaultMouseMove: false};
                zoom[each[0]] = 0;
                return zoom;
            });
            made.toolbox = {
                right: 4,
                top: 2,
                itemSize: 16,
                itemGap: 10,
                iconStyle: {borderColor: colours.ink},
                emphasis: {iconStyle: {borderColor: pipemarkInks.vermilion, textFill: colours.ink}},
                feature: {
                    dataZoom: {
                        filterMode: 'none',
                        title: {zoom: 'Zoom into a part', back: 'Zoom back'},
                        xAxisIndex: made.xAxis.type === 'category' ? false : 0,
                        yAxisIndex: made.yAxis.type === 'category' ? false : 0,
                        brushStyle: {color: 'transparent', borderColor: colours.ink, borderWidth: 1}
                    },
                    restore: {title: 'All of it'}
                }
            };
        }
        return made;
    }

    /** Keeps the reader's filter and zoom. */
    function kept(made) {
        if (!chart) { return made; }
        var old = chart.getOption();
        if (old.legend && old.legend[0] && made.legend) { made.legend.selected = old.legend[0].selected; }
        (made.dataZoom || []).forEach(function (zoom, at) {
            if (old.dataZoom && old.dataZoom[at]) {
                zoom.start = old.dataZoom[at].start;
                zoom.end = old.dataZoom[at].end;
            }
        });
        return made;
    }

    function draw(always) {
        var across = width();
        if (!always && across === drawnWidth) { return; }
        var height = heightFor(across);
        drawnWidth = across;
        inner.style.width = across + 'px';
        inner.style.height = height + 'px';
        element.style.height = 'auto';
        var made = kept(options(across, height));
        if (chart) {
            chart.resize({width: across, height: height});
        } else {
            chart = echarts.init(inner, null, {renderer: 'svg', width: across, height: height});
        }
        chart.setOption(made, true);
    }

    draw(true);
    new ResizeObserver(function () {
        // It has no width within a closed section.
        if (element.clientWidth) { draw(false); }
    }).observe(element);
    return {
        recolour: function (palette) {
            colours = palette;
            draw(true);
        }
    };
}
