/*
 * Who is consistent: codec by payload.
 */
(function (charts) {
    'use strict';

    /** Who is consistent: how many times the best one's cost, codec by payload, each with its number. */
    function consistency(data, view) {
        var p = pipemarkParts(view);
        var steps = pipemarkSteps;
        function step(value) {
            return steps.filter(function (each) { return value <= each.to; })[0];
        }
        function onto(color) {
            return pipemarkLuminance(color) > 0.179 ? '#000000' : '#ffffff';
        }
        var left = p.room(data.payloads) + 10;
        var tall = Math.min(p.widest(data.codecs) + 16, 180);
        var words = steps.map(function (each) { return each.words; });
        var series = steps.map(function (each) {
            return {
                name: each.words,
                type: 'heatmap',
                itemStyle: {color: each.color, borderColor: p.ink, borderWidth: 0.6, opacity: 1},
                label: p.text(11, {
                    show: true,
                    color: onto(each.color),
                    formatter: function (cell) { return cell.data.label2; }
                }),
                data: data.cells.filter(function (cell) {
                    return p.real(cell[2]) && step(cell[2]) === each;
                }).map(function (cell) {
                    return {
                        value: [cell[0], cell[1], cell[2]],
                        label2: cell[3],
                        itemStyle: {color: each.color},
                        tip: [data.codecs[cell[0]] + ' on ' + data.payloads[cell[1]], cell[4] || '×' + cell[3]]
                    };
                })
            };
        });
        series.push({
            type: 'scatter',
            symbol: 'rect',
            symbolSize: 14,
            itemStyle: {color: 'transparent'},
            label: p.text(12, {
                show: true,
                opacity: p.SOFT_TEXT,
                formatter: function (cell) { return cell.data.label2; }
            }),
            data: data.blanks.map(function (blank) {
                return {
                    value: [blank[0], blank[1]],
                    label2: blank[2],
                    tip: [data.codecs[blank[0]] + ' on ' + data.payloads[blank[1]], blank[3]]
                };
            })
        });
        var entries = steps.map(function (each) {
            return {
                name: each.words,
                icon: 'rect',
                itemStyle: {color: each.color, borderColor: p.ink, borderWidth: 0.6}
            };
        });
        var notes = wrapped(p, data.note, view.width - 24);
        return p.base({
            grid: {left: left, right: 12, top: 12 + tall, bottom: p.below(words) - 42 + 16 * notes.length},
            xAxis: p.axis('category', '', {
                data: data.codecs,
                position: 'top',
                axisLabel: p.text(12, {
                    interval: 0,
                    rotate: 90,
                    formatter: function (name, at) { return p.cut(data.codecs[at], tall - 8); }
                })
            }),
            yAxis: p.nameAxis(data.payloads, left - 16),
            legend: p.legend(entries),
            graphic: [{
                type: 'text',
                silent: true,
                left: 12,
                bottom: p.below(words) - 50,
                style: {text: notes.join('\n'), fill: p.ink, fontSize: 12, fontFamily: p.FONT, lineHeight: 16}
            }],
            series: series
        });
    }

    function wrapped(p, note, width) {
        var lines = [''];
        note.split(' ').forEach(function (word) {
            var last = lines[lines.length - 1];
            if (last && p.wide(last + ' ' + word) > width) {
                lines.push(word);
            } else {
                lines[lines.length - 1] = last ? last + ' ' + word : word;
            }
        });
        return lines;
    }

    charts.consistency = consistency;
}(pipemarkCharts));
