package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cost of remedies for values that do not travel. */
final class RemediesSection {
    private RemediesSection() {}

    static List<Block> blocks(Findings findings) {
        List<Score> rows = findings.scores(Kind.REMEDY);
        return rows.isEmpty()
                ? List.of()
                : List.of(new Grid<>(rows)
                        .text("remedy", row -> variant(row)[0])
                        .text("variant", row -> variant(row)[1])
                        .time("encode and decode", Score::cost)
                        .number("× plain", row -> findings.apart(row, plain(rows, row), variant(row)[1]))
                        .number("message, B", row -> Scale.exact(row.metric(Metric.MESSAGE_SIZE)))
                        .bytes("allocated", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                        .text("remark", row -> Names.brief(row.remark()))
                        .table(
                                "remedy-costs",
                                "What remedies cost",
                                List.of(
                                        "docs/remedies.md shows each remedy beside the mistake, as runnable code. The first"
                                                + " variant of a remedy is the plain way. The others are compared with it. One value"
                                                + " is encoded and decoded within one process. A variant's name ends with its"
                                                + " codec.")));
    }

    /** Returns the plain way of the same remedy; {@code null} for the plain way itself. */
    private static @Nullable Score plain(List<Score> rows, Score row) {
        return rows.stream()
                .filter(other -> variant(other)[0].equals(variant(row)[0]))
                .findFirst()
                .filter(plain -> !plain.equals(row))
                .orElse(null);
    }

    private static String[] variant(Score row) {
        String[] parts = Parameter.VARIANT.of(row.cell()).split("/", 2);
        return parts.length == 2 ? parts : new String[] {parts[0], ""};
    }
}
