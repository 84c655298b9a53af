package dev.pipemark.report.sections;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunInfo;
import dev.pipemark.report.chart.Drawings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Trust;
import dev.pipemark.stats.Drift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The controls of a run: how far to trust the rest. */
final class QualitySection {
    static final String ID = "quality";

    /** Facts that change while a run goes on. */
    private static final Set<String> BUSY = Set.of("load1", "steal", "idle");

    /** The table of what each benchmark resolves. */
    static final String SCATTER = "scatter";

    private static final String ROUNDS = "rounds";

    private QualitySection() {}

    static List<Block> blocks(Findings findings, Controls controls) {
        List<Block> blocks = new ArrayList<>();
        Trust trust = Trust.of(findings, controls);
        blocks.add(Lines.of("Quality: " + trust.word() + ", " + trust.reason() + "."));
        List<String> lines = Quality.lines(findings, controls);
        if (!lines.isEmpty()) {
            blocks.add(new Lines(lines, false));
        }
        if (findings.ordered()) {
            blocks.addAll(scatter(controls));
        }
        blocks.addAll(rounds(findings, controls));
        blocks.addAll(ComparisonSections.again(findings));
        blocks.addAll(ComparisonSections.byHand(findings));
        blocks.addAll(ComparisonSections.floors(findings));
        blocks.addAll(arithmetic(controls));
        blocks.addAll(FirstIterations.blocks(findings.run()));
        blocks.addAll(CellSections.unsettled(findings));
        blocks.addAll(busy(findings.run().info(), findings.run().end()));
        blocks.addAll(memory(findings.run()));
        return blocks;
    }

    /** What the largest sitting took, which the machine must have. */
    private static List<Block> memory(Run run) {
        return run.sittings().stream()
                .filter(sitting -> !Double.isNaN(Run.memory(sitting)))
                .max(Comparator.comparingDouble(Run::memory))
                .map(sitting -> List.<Block>of(Lines.of(String.format(
                        Locale.ROOT,
                        "Memory: the largest sitting, %s of %s in %s, held %,.0f MiB: the largest resident sets of its"
                                + " processes, added up.",
                        Names.count(sitting.size(), "fork"),
                        sitting.get(0).cell().payload(),
                        sitting.get(0).cell().benchmark(),
                        Run.memory(sitting)))))
                .orElse(List.of());
    }

    private static List<Block> scatter(Controls controls) {
        List<Controls.Row> rows =
                controls.benchmarks().stream().filter(row -> row.cells() > 0).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(new Grid<>(rows)
                .text("benchmark", Controls.Row::benchmark)
                .number("cells", row -> Value.number(String.valueOf(row.cells()), row.cells()))
                .percent("forks scatter", row -> 100 * row.drift().within().deviation())
                .percent("within rounds", row -> 100 * row.within().deviation())
                .percent("pairs scatter", row -> 100 * row.within().ofPair())
                .number("farthest round, %", row -> farthest(row.drift()))
                .number("first to last, %", row -> signed(row.drift().trend(), ""))
                .number("A/A pairs", row -> count(row.resolution().pairs()))
                .percent("widest A/A", row -> 100 * row.resolution().widest())
                .percent(
                        "δ",
                        row -> Double.isNaN(row.resolves())
                                ? Double.NaN
                                : 100 * row.resolution().delta())
                .percent("resolves", row -> 100 * row.resolves())
                .table(
                        SCATTER,
                        "Scatter, drift and what can be told apart, by benchmark",
                        List.of(
                                "Forks scatter: standard deviation of the forks of a cell. Within rounds: the same"
                                        + " after rounds are taken out, as verdicts do; pairs: of the difference of two"
                                        + " cells in one round. Farthest round, first to last: what rounds did to all"
                                        + " cells alike, beside the mean round, and by a straight line; farthest by ratio, so that"
                                        + " half the cost is as far as twice the cost.",
                                "δ: differences below it do not count: the larger of 3 % and the 95th percentile of how far"
                                        + " apart A/A pairs came out, of three pairs at least. Resolves: the smallest"
                                        + " difference that the middle comparison of the benchmark's tables finds 80 %"
                                        + " of the time.")));
    }

    /** What each round did to all cells of a benchmark alike. */
    private static List<Block> rounds(Findings findings, Controls controls) {
        List<Controls.Row> rows = controls.benchmarks().stream()
                .filter(row -> row.drift().effects().size() > 1)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Grid<Controls.Row> grid = new Grid<>(rows).text("benchmark", Controls.Row::benchmark);
        rows.stream()
                .flatMap(row -> row.drift().effects().keySet().stream())
                .distinct()
                .sorted()
                .forEach(round -> grid.number(
                        "round " + round + ", %",
                        row -> signed(row.drift().effects().getOrDefault(round, Double.NaN), "")));
        List<Block> blocks = new ArrayList<>(Drawings.forks(findings, ROUNDS));
        blocks.add(
                grid.table(
                        ROUNDS,
                        "What each round did to all cells of a benchmark",
                        List.of(
                                "Cost beside the mean round, in per cent. journal.jsonl has every fork, in the order they ran.")));
        return blocks;
    }

    private static List<Block> arithmetic(Controls controls) {
        if (controls.arithmetic().size() < 2) {
            return List.of();
        }
        Drift drift = Drift.of(List.of(controls.arithmetic()));
        return List.of(new Grid<>(controls.arithmetic().entrySet())
                .number("round", round -> count(round.getKey()))
                .time("fixed arithmetic", (Map.Entry<Integer, Double> round) -> round.getValue())
                .number(
                        "from the mean, %",
                        round -> signed(drift.effects().getOrDefault(round.getKey(), Double.NaN), ""))
                .table(
                        "arithmetic",
                        "The fixed arithmetic, round by round",
                        List.of("It scatters by " + Names.percent(controls.neighbours())
                                + ": what differs here is the machine.")));
    }

    private static List<Block> busy(RunInfo info, RunEnd end) {
        Set<String> names = new LinkedHashSet<>();
        info.environment().keySet().forEach(name -> names.add(name));
        names.addAll(end.after().keySet());
        names.retainAll(BUSY);
        if (names.isEmpty()) {
            return List.of();
        }
        return List.of(new Grid<>(names)
                .text("what", name -> name)
                .text("before", name -> info.environment().getOrDefault(name, ""))
                .text("after", name -> end.after().getOrDefault(name, ""))
                .table(
                        "busy",
                        "How busy the machine was",
                        List.of("load1: runnable threads, mean over a minute. steal, idle: shares of all CPU time since"
                                + " boot, taken by the hypervisor and not used.")));
    }

    private static Value farthest(Drift drift) {
        return drift.effects().isEmpty() ? Value.BLANK : signed(drift.largest(), " (" + drift.farthest() + ")");
    }

    private static Value count(int count) {
        return Value.number(String.valueOf(count), count);
    }

    private static Value signed(double fraction, String behind) {
        return Double.isNaN(fraction)
                ? Value.BLANK
                : Value.number(String.format(Locale.ROOT, "%+.1f", 100 * fraction) + behind, 100 * fraction);
    }
}
