package dev.pipemark.report.sections;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Coding;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encoding and decoding within one process, a table for each payload that was timed. */
final class CodingSection {
    private CodingSection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> tables = new ArrayList<>();
        for (String payload : findings.payloads()) {
            List<Coding> rows = Coding.of(findings, payload);
            if (rows.stream().anyMatch(row -> row.encode() != null || row.decode() != null)) {
                tables.add(table(
                        findings,
                        payload,
                        rows.stream().filter(row -> shown(findings, row)).toList()));
            }
        }
        if (tables.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Lines.of(
                "One value into a frame, and out of it, without a pipe. Rows are sorted by both together. Bytes: the mean"
                        + " message, without the frame's header."));
        blocks.addAll(tables);
        return blocks;
    }

    /** Codecs that were only sized have no row here; those that refused have. */
    private static boolean shown(Findings findings, Coding row) {
        PairCheck check = findings.check(row.codec().id(), row.payload());
        return row.encode() != null || row.decode() != null || check != null && !check.exact();
    }

    private static Table table(Findings findings, String payload, List<Coding> rows) {
        Grid<Coding> grid = new Grid<>(rows)
                .id(row -> Rows.coding(payload, row.codec().id(), row.extras()))
                .facets(row -> Rows.facets(findings, row.codec().id(), payload))
                .text("codec", row -> Names.codec(row.codec(), row.extras()))
                .text("version", row -> row.codec().version())
                .text("badge", row -> row.codec().badge())
                .time("encode", (Coding row) -> Score.costOf(row.encode()))
                .times("encode ×best", row -> row.encodeRank().timesBest())
                .text("encode verdict", row -> row.encodeRank().marked())
                .time("decode", (Coding row) -> Score.costOf(row.decode()))
                .times("decode ×best", row -> row.decodeRank().timesBest())
                .text("decode verdict", row -> row.decodeRank().marked())
                .bytes("allocated encoding", 2, row -> allocation(row.encode()))
                .bytes("allocated decoding", 2, row -> allocation(row.decode()));
        if (Transfer.of(findings, payload).isEmpty()) {
            // Else they stand in the transfer table.
            SizeColumns.add(grid, Coding::size);
        } else {
            grid.number(
                    "bytes",
                    row -> row.size() == null
                            ? Page.Value.BLANK
                            : Scale.exact(row.size().mean()));
        }
        return grid.text(
                        "remark",
                        row -> row.encode() == null && row.decode() == null
                                ? Names.brief(row.remark(), PayloadSections.REFUSAL_LENGTH)
                                : Names.brief(row.remark()))
                .table("coding-" + Page.slug(payload), "Encoding and decoding of " + payload, List.of());
    }

    private static double allocation(@Nullable Score score) {
        return score == null ? Double.NaN : score.metric(Metric.PARENT_ALLOCATION);
    }
}
