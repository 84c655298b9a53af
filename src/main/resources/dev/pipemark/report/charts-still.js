/*
 * Still pictures, drawn without a page.
 */

/** Stands for the colour of the page's text, which replaces it in what is drawn. */
var pipemarkInk = '#101112';

/** Draws a chart as SVG, without a page: its kind, its data as JSON, its width and height in pixels. */
function drawPipemarkChart(kind, json, width, height) {
    'use strict';
    var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
    chart.setOption(pipemarkCharts[kind](JSON.parse(json), {width: width, height: height, ink: pipemarkInk, live: false}));
    var svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
}
