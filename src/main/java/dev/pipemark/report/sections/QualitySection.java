package dev.pipemark.report.sections;

import dev.pipemark.record.Run;
import dev.pipemark.record.Sittings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The controls of a run, which show how far to trust its numbers. */
final class QualitySection {
    private QualitySection() {}

    static List<Block> blocks(Findings findings, Controls controls) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Quality.lines(findings, controls);
        if (!lines.isEmpty()) {
            blocks.add(new Lines(lines, false));
        }
        List<Controls.Row> rows =
                controls.benchmarks().stream().filter(row -> row.cells() > 0).toList();
        if (findings.ordered() && !rows.isEmpty()) {
            blocks.add(scatter(rows));
        }
        blocks.addAll(ComparisonTables.again(findings));
        blocks.addAll(ComparisonTables.byHand(findings));
        blocks.addAll(memory(findings.run()));
        return blocks;
    }

    /** Returns the memory of the largest sitting, which the machine must have. */
    private static List<Block> memory(Run run) {
        return Sittings.of(run).stream()
                .filter(sitting -> !Double.isNaN(Sittings.memory(sitting)))
                .max(Comparator.comparingDouble(Sittings::memory))
                .map(sitting -> List.<Block>of(Lines.of(String.format(
                        Locale.ROOT,
                        "Memory: the largest sitting (%s of %s in %s) held %,.0f MiB. This is the sum of the largest resident"
                                + " sets of its processes.",
                        Names.count(sitting.size(), "fork"),
                        sitting.get(0).cell().payload(),
                        sitting.get(0).cell().benchmark(),
                        Sittings.memory(sitting)))))
                .orElse(List.of());
    }

    private static Block scatter(List<Controls.Row> rows) {
        return new Grid<>(rows)
                .text("benchmark", Controls.Row::benchmark)
                .number("cells", row -> Value.text(String.valueOf(row.cells())))
                .percent("scatter", row -> 100 * row.within().deviation())
                .percent("rounds", row -> 100 * Math.abs(row.drift().largest()))
                .number(
                        "A/A pairs",
                        row -> Value.text(String.valueOf(row.resolution().pairs())))
                .percent("widest A/A", row -> 100 * row.resolution().widest())
                .percent(
                        "δ",
                        row -> Double.isNaN(row.resolves())
                                ? Double.NaN
                                : 100 * row.resolution().delta())
                .percent("resolves", row -> 100 * row.resolves())
                .table(
                        "scatter",
                        "Scatter and resolution by benchmark",
                        List.of(
                                "scatter: the standard deviation of a cell's forks. It excludes effects of a round on all cells."
                                        + " rounds: the largest difference between a round and the mean of all rounds. It affects the"
                                        + " values, but not the comparisons within a table.",
                                "δ: the margin of a tie. Smaller differences do not count. It is the larger of 3 % and the"
                                        + " 95th percentile of the differences of A/A pairs, if there are at least three."
                                        + " resolves: the smallest difference that half of the comparisons detect"
                                        + " with a probability of 80 %."));
    }
}
