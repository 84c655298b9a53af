package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.report.chart.Drawings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Ranking;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is consistent: every codec's distance from the best on every payload that was streamed. */
final class Consistency {
    static final String TABLE = "consistency-table";

    private Consistency() {}

    static List<Block> blocks(Findings findings) {
        List<Score> streams = findings.scores(Kind::leadStream).stream()
                .filter(Score::measured)
                .toList();
        List<String> payloads = findings.payloads().stream()
                .filter(payload -> streams.stream()
                                .filter(score -> score.cell().payload().equals(payload))
                                .count()
                        > 1)
                .toList();
        Map<Transfer.Arm, Map<String, Score>> rows = new LinkedHashMap<>();
        for (Score score : streams) {
            if (payloads.contains(score.cell().payload())) {
                rows.computeIfAbsent(Transfer.Arm.of(score.cell()), arm -> new LinkedHashMap<>())
                        .put(score.cell().payload(), score);
            }
        }
        if (payloads.size() < 2 || rows.size() < 2) {
            return List.of();
        }
        Grid<Map.Entry<Transfer.Arm, Map<String, Score>>> grid = new Grid<>(rows.entrySet())
                .id(row -> Rows.id(TABLE, row.getKey().codec(), row.getKey().extras()))
                .facets(row -> Rows.facets(findings, row.getKey().codec(), ""))
                .text(
                        "codec",
                        row -> Names.codec(
                                findings.codec(row.getKey().codec()),
                                row.getKey().extras()));
        for (String payload : payloads) {
            grid.number(payload, row -> value(findings.rank(row.getValue().get(payload))));
        }
        List<Block> blocks = new ArrayList<>(Drawings.consistency(findings, TABLE));
        blocks.add(
                grid.table(
                        TABLE,
                        "×best of the streamed rate, by codec and payload",
                        List.of(
                                "The glyph is the verdict's. Intervals are in the payloads' own tables; blank: not measured.")));
        return blocks;
    }

    private static Value value(Ranking.Rank rank) {
        if (!rank.timesBest().known()) {
            return Value.BLANK;
        }
        Value times = rank.timesBest().value() == 1 ? Value.number("1.00", 1) : Scale.RATIO.value(rank.timesBest());
        return new Value(times.text(), rank.glyph(), times.order());
    }
}
