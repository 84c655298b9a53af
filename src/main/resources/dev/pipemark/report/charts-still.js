/*
 * Still pictures, drawn without a page.
 */

/** A placeholder, which is replaced by the colour of the page's text. */
var pipemarkInk = '#101112';

/** Draws a chart as SVG, without a page. The data are JSON, width and height are in pixels. */
function drawPipemarkChart(kind, json, width, height) {
    'use strict';
    var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
    chart.setOption(pipemarkCharts[kind](JSON.parse(json), {width: width, height: height, ink: pipemarkInk, live: false}));
    var svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
}
