package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of a round trip: the codec's, and the pipe's. */
final class SplitSection {
    /** Stages in the order they happen, as the tables and the chart call them. */
    static final Map<String, Metric> STAGES = stages();

    private static final int CHARTS = 4;

    private SplitSection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        int charts = 0;
        for (String payload : findings.payloads()) {
            List<Score> rows = new ArrayList<>(findings.scores(
                    cell -> Kind.of(cell) == Kind.SPLIT && cell.payload().equals(payload)));
            if (rows.isEmpty()) {
                continue;
            }
            rows.sort(Comparator.comparingDouble(Transfer::order));
            if (charts++ < CHARTS) {
                blocks.addAll(Drawings.stages(payload, findings, rows));
            }
            Grid<Score> grid = new Grid<>(rows)
                    .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), Kind.extras(row.cell())))
                    .text("transport", row -> Kind.parameter(row.cell(), "transport", "pipe"))
                    .time("whole trip", Score::cost)
                    .number("#", row -> PayloadSections.place(findings.rank(row)))
                    .times("×best", row -> findings.rank(row).timesBest())
                    .text("verdict", row -> findings.rank(row).words());
            STAGES.forEach((title, metric) -> grid.time(title, (Score row) -> row.metric(metric)));
            blocks.add(grid.percent("codec's share", CodecShare::ofStages)
                    .text("remark", row -> Names.brief(row.remark()))
                    .table(
                            "split-" + Page.slug(payload),
                            "Stages of a round trip of " + payload,
                            List.of("Stamping the stages costs time of its own: compare within this table, and take"
                                    + " the round trip itself from the transfer table.")));
        }
        return blocks;
    }

    private static Map<String, Metric> stages() {
        Map<String, Metric> stages = new LinkedHashMap<>();
        stages.put("encode", Metric.SPLIT_ENCODE);
        stages.put("way out", Metric.SPLIT_OUTWARD);
        stages.put("decode", Metric.SPLIT_DECODE);
        stages.put("use", Metric.SPLIT_USE);
        stages.put("encode reply", Metric.SPLIT_REPLY_ENCODE);
        stages.put("way home", Metric.SPLIT_HOMEWARD);
        stages.put("decode reply", Metric.SPLIT_REPLY_DECODE);
        return java.util.Collections.unmodifiableMap(stages);
    }
}
