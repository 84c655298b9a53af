package dev.pipemark.report.sections;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Settling;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tables with a row for each of some cells. */
final class CellSections {
    /** Those that had most to compile; more would tell no more. */
    private static final int MOST = 60;

    private CellSections() {}

    private static double compiling(Score score) {
        double parent = score.metric(Metric.PARENT_JIT);
        double worker = score.metric(Metric.WORKER_JIT);
        return Double.isNaN(parent) ? worker : Double.isNaN(worker) ? parent : Math.max(parent, worker);
    }

    /** The columns that name a cell. */
    static Grid<Score> cells(Findings findings, List<Score> rows) {
        return new Grid<>(rows)
                .facets(row ->
                        Rows.facets(findings, row.cell().codec(), row.cell().payload()))
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
        return List.of(new Grid<>(rows)
                .id(row -> firstReplyRow(row.cell()))
                .facets(row ->
                        Rows.facets(findings, row.cell().codec(), row.cell().payload()))
                .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), ""))
                .text("version", row -> findings.codec(row.cell().codec()).version())
                .text("badge", row -> findings.codec(row.cell().codec()).badge())
                .text("payload", row -> row.cell().payload())
                .text("parameters", row -> Kind.parameters(row.cell()))
                .time("first reply", Score::cost)
                .times("×best", row -> findings.rank(row).timesBest())
                .text("verdict", row -> findings.rank(row).marked())
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        "first-reply-table",
                        "Time from spawning a worker to its first reply",
                        List.of("The parent's coder is warm, the worker is cold.")));
    }

    /** The row of a cell in the table of first replies. */
    static String firstReplyRow(Cell cell) {
        return Rows.id("first-reply", cell.codec(), cell.payload(), Kind.parameters(cell));
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
                .times("beside plain", row -> beside(findings, rows, row).times())
                .text("verdict", row -> beside(findings, rows, row).words())
                .number("message, B", row -> Scale.exact(row.metric(Metric.MESSAGE_SIZE)))
                .bytes("allocated", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        "remedies-table",
                        "What remedies cost beside the plain way",
                        List.of(
                                "The first variant of a remedy is the plain way; the others are judged beside it, round by"
                                        + " round, and × says how many times the dearer costs what the cheaper does.",
                                "Encoding and decoding one value within one process. A variant ends with its codec; the"
                                        + " remedies themselves are runnable: docs/remedies.md.")));
    }

    /** How a variant stands to the plain way of the same remedy; nothing for that one itself. */
    private static Apart beside(Findings findings, List<Score> rows, Score row) {
        Score plain = rows.stream()
                .filter(other -> variant(other)[0].equals(variant(row)[0]))
                .findFirst()
                .orElse(row);
        return Apart.of(
                plain.equals(row)
                        ? Judgement.NONE
                        : row.over(plain, findings.delta(row.cell().benchmark())),
                variant(row)[1]);
    }

    private static String[] variant(Score row) {
        String[] parts = Parameter.VARIANT.of(row.cell()).split("/", 2);
        return parts.length == 2 ? parts : new String[] {parts[0], ""};
    }

    static List<Block> unsettled(Findings findings) {
        List<Score> all = findings.scores().stream()
                .filter(score -> score.measured() && !score.settled())
                .sorted(Comparator.comparingDouble(
                                (Score score) -> Double.isNaN(score.settling().gain())
                                        ? 0
                                        : score.settling().gain())
                        .thenComparingDouble(CellSections::compiling)
                        .reversed())
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Score> rows = all.subList(0, Math.min(MOST, all.size()));
        return List.of(cells(findings, rows)
                .percent("faster in the last lap", row -> 100 * row.settling().gain())
                .percent("compiling, parent", row -> row.metric(Metric.PARENT_JIT))
                .percent("compiling, worker", row -> row.metric(Metric.WORKER_JIT))
                .table(
                        "unsettled",
                        "Cells that had not settled",
                        List.of(
                                "Faster in the last lap: than in the first, by a straight line through all turns, beside"
                                        + " the other forks of their sittings. A cell is here if that is more than "
                                        + Math.round(100 * Settling.GAIN)
                                        + " % and its 95 % interval leaves 0 out. Where forks ran alone, a cell is here if"
                                        + " one of them compiled for more than "
                                        + Math.round(Settling.LIMIT) + " % of the measured time, or still when the"
                                        + " warm-up ended. Compiling: share of the measured time, a mean over forks."
                                        + (all.size() > rows.size()
                                                ? " " + Names.count(all.size() - rows.size(), "cell")
                                                        + " more: results.csv has them."
                                                : ""))));
    }
}
