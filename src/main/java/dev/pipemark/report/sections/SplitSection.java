package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.rank.CodecShare;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.Comparator;
import java.util.List;

/** The stages of a round trip, of the codec and of the pipe. */
final class SplitSection {
    /** The seven stages, the whole trip and the codec's share. */
    private static final int NUMBERS = 9;

    private SplitSection() {}

    static List<Block> blocks(Findings findings) {
        Charts charts = new Charts();
        for (String payload : findings.payloads()) {
            List<Score> rows = findings.scores(payload, cell -> Kind.of(cell) == Kind.SPLIT).stream()
                    .sorted(Comparator.comparingDouble(Score::order))
                    .toList();
            if (!rows.isEmpty()) {
                charts.add(
                        table(findings, payload, rows),
                        "stages",
                        NUMBERS,
                        "The shares of the stages in a round trip. Stages of the reply are hatched. The time of the whole"
                                + " trip and the codec's share are at the end of each bar.");
            }
        }
        List<Block> blocks = charts.blocks();
        blocks.addAll(ComparisonTables.memory(findings));
        blocks.addAll(ComparisonTables.twoCores(findings));
        return blocks;
    }

    /** Returns a table whose stages are in order. The script of the chart knows them by these titles. */
    private static Page.Table table(Findings findings, String payload, List<Score> rows) {
        return new Grid<>(rows)
                .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), Kind.extras(row.cell())))
                .text("transport", row -> Parameter.TRANSPORT.of(row.cell()))
                .time("whole trip", Score::cost)
                .number("×best", row -> findings.timesBest(row))
                .time("encode", (Score row) -> row.metric(Metric.SPLIT_ENCODE))
                .time("transfer", (Score row) -> row.metric(Metric.SPLIT_OUTWARD))
                .time("decode", (Score row) -> row.metric(Metric.SPLIT_DECODE))
                .time("use", (Score row) -> row.metric(Metric.SPLIT_USE))
                .time("encode reply", (Score row) -> row.metric(Metric.SPLIT_REPLY_ENCODE))
                .time("transfer reply", (Score row) -> row.metric(Metric.SPLIT_HOMEWARD))
                .time("decode reply", (Score row) -> row.metric(Metric.SPLIT_REPLY_DECODE))
                .percent("codec's share", CodecShare::ofStages)
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        "stages-" + Page.slug(payload),
                        "Stages of a round trip of " + payload,
                        List.of("Stages are means over all trips and forks, without intervals. Taking time stamps costs"
                                + " time, so a whole trip here is slower than a plain round trip."));
    }
}
