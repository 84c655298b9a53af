package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tables with a row for each of some cells. */
final class CellSections {
    private CellSections() {}

    /** The columns that name a cell. */
    static Grid<Score> cells(Findings findings, List<Score> rows) {
        return new Grid<>(rows)
                .text("benchmark", row -> row.cell().benchmark())
                .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), ""))
                .text("payload", row -> row.cell().payload())
                .text("parameters", row -> Kind.parameters(row.cell()));
    }

    static List<Block> firstReply(Findings findings) {
        List<Score> rows = new ArrayList<>(findings.scores(Kind.FIRST_REPLY));
        if (rows.isEmpty()) {
            return List.of();
        }
        rows.sort(Comparator.comparing(
                        (Score row) -> findings.payloads().indexOf(row.cell().payload()))
                .thenComparingDouble(Transfer::order));
        return List.of(cells(findings, rows)
                .time("first reply", Score::cost)
                .number("#", row -> PayloadSections.place(findings.rank(row)))
                .times("×best", row -> findings.rank(row).timesBest())
                .text("verdict", row -> findings.rank(row).words())
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        "first-reply-table",
                        "Time from spawning a worker to its first reply",
                        List.of("The parent's coder is warm, the worker is cold.")));
    }

    static List<Block> remedies(Findings findings) {
        List<Score> rows = findings.scores(Kind.REMEDY);
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(new Grid<>(rows)
                .text("remedy", row -> variant(row)[0])
                .text("variant", row -> variant(row)[1])
                .time("there and back", Score::cost)
                .number("message, B", row -> PayloadSections.exact(row.metric(Metric.MESSAGE_SIZE)))
                .bytes("allocated", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        "remedies-table",
                        "What remedies cost beside the plain way",
                        List.of("Encoding and decoding one value within one process. A variant ends with its codec; the"
                                + " remedies themselves are runnable: docs/remedies.md.")));
    }

    private static String[] variant(Score row) {
        String[] parts = Kind.parameter(row.cell(), "variant", "").split("/", 2);
        return parts.length == 2 ? parts : new String[] {parts[0], ""};
    }

    static List<Block> unsettled(Findings findings) {
        List<Score> rows = findings.scores().stream()
                .filter(score -> score.measured() && !score.settled())
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(cells(findings, rows)
                .percent("compiling, parent", row -> row.metric(Metric.PARENT_JIT))
                .percent("compiling, worker", row -> row.metric(Metric.WORKER_JIT))
                .table(
                        "unsettled",
                        "Cells in which the compiler was still at work",
                        List.of("Share of the measured time in which either process compiled, above "
                                + Math.round(Score.SETTLED) + " %: these numbers may improve with a longer warm-up.")));
    }

    static List<Block> other(Findings findings) {
        List<Score> rows = findings.scores(Kind.OTHER);
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(cells(findings, rows)
                .time("time per operation", Score::cost)
                .text("remark", row -> Names.brief(row.remark()))
                .table("other-table", "Cells that stand in no other table", List.of()));
    }
}
