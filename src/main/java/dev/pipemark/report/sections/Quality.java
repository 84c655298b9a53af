package dev.pipemark.report.sections;

import dev.pipemark.record.Cell;
import dev.pipemark.record.CommonGain;
import dev.pipemark.record.FixedWork;
import dev.pipemark.record.Groups;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.record.Settling;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Effort;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Warnings about the numbers of a run. Each names a remedy. */
final class Quality {
    /** A run that resolves this fraction distinguishes codecs whose difference matters. */
    private static final double FINE = 0.10;

    /** The hypervisor may take this share of all CPU time without a warning, in per cent. */
    private static final double STEAL = 1;

    private static final int NAMED = 3;

    private final Findings findings;
    private final Controls controls;
    private final Run run;
    private final RunInfo info;
    private final List<String> lines = new ArrayList<>();

    private Quality(Findings findings, Controls controls) {
        this.findings = findings;
        this.controls = controls;
        this.run = findings.run();
        this.info = run.info();
    }

    static List<String> lines(Findings findings, Controls controls) {
        Quality quality = new Quality(findings, controls);
        quality.forks();
        if (findings.ordered()) {
            quality.resolution();
            quality.scatter();
        }
        quality.machine();
        quality.lines.addAll(quality.info.notes());
        return quality.lines;
    }

    /** Warns of cells and forks that are missing or doubtful. */
    private void forks() {
        if (!findings.ordered()) {
            lines.add(Names.count(run.rounds(), "round")
                    + ": order not established. Numbers have two digits and no interval. To compare codecs, use -f 5 or the"
                    + " standard preset.");
        }
        if (!run.end().reason().equals("complete")) {
            lines.add("The run is not complete (" + run.end().reason()
                    + "). Cells that it did not reach are rows without numbers.");
        }
        count(score -> score.outcomeName().equals("failed"), "failed. The row has the reason.");
        count(score -> score.outcomeName().equals("different"), "did not arrive as sent, and were not timed.");
        count(
                score -> score.measured() && !score.reason().isEmpty(),
                "got fewer forks than planned, or left threads running. The row says which.");
        count(
                score -> score.measured() && !score.settled(),
                "had not settled: they still became faster while they were measured, or a compiler was at work in forks"
                        + " that ran alone. A longer warm-up helps: JMH's options -wi and -w add to it.");
        together();
        groups();
    }

    /** Warns of tables that were measured in groups. */
    private void groups() {
        List<Groups> divided = Groups.of(run);
        if (divided.isEmpty()) {
            return;
        }
        lines.add(Names.count(divided.size(), "table") + " had too many forks for one sitting, and "
                + (divided.size() == 1 ? "was" : "were") + " measured in groups: "
                + divided.stream().limit(NAMED).map(Quality::joined).collect(Collectors.joining("; "))
                + (divided.size() > NAMED ? "; …" : "")
                + ". Comparisons across groups have wider intervals. If the machine changes between groups, this affects the"
                + " scores"
                + (findings.ordered()
                        ? ", but not the factors and verdicts."
                        : " and the factors, because the run has fewer than three rounds."));
    }

    private static String joined(Groups table) {
        return table.table().name() + " in " + Names.count(table.groups(), "group")
                + (table.anchors().isEmpty()
                        ? ""
                        : ", joined by "
                                + table.anchors().stream().map(Cell::codec).collect(Collectors.joining(" and ")));
    }

    /** Warns if all forks of a sitting became faster together. No comparison between them shows this. */
    private void together() {
        List<CommonGain> gains = CommonGain.of(run);
        List<String> unsettled = new ArrayList<>();
        gains.forEach(gain -> gain.unsettled().forEach((name, ratio) -> unsettled.add(lastLap(name, ratio))));
        if (!unsettled.isEmpty()) {
            lines.add("All forks together became faster while they were measured: " + String.join(", ", unsettled)
                    + ". No comparison between these forks shows this, but their scores are too slow by at least half"
                    + " of this change. A longer warm-up helps: JMH's options -wi and -w add to it.");
        }
        long warming = run.forks().stream()
                .filter(fork -> fork.paired() != null && Settling.cutShort(fork))
                .count();
        if (warming > 0) {
            String laps = gains.stream()
                    .filter(gain -> gain.lastLap().hasInterval())
                    .map(gain -> lastLap(gain.benchmark(), gain.lastLap()))
                    .collect(Collectors.joining(", "));
            lines.add("The compilers were still at work when the warm-up of " + Names.count(warming, "fork") + " of "
                    + run.forks().size() + " ended."
                    + (laps.isEmpty() || !unsettled.isEmpty()
                            ? ""
                            : " The cost changed from the first lap to the last, over all forks: " + laps
                                    + ". Each gain is at most " + Names.percent(Settling.GAIN)
                                    + ", or chance explains it."));
        }
    }

    /** Returns the change of a cost in per cent, with its interval: {@code stream -12.0 % [-16.0, -8.0]}. */
    private static String lastLap(String name, Estimate ratio) {
        return String.format(
                Locale.ROOT,
                "%s %+.1f %% [%+.1f, %+.1f]",
                name,
                100 * (ratio.value() - 1),
                100 * (ratio.lower() - 1),
                100 * (ratio.upper() - 1));
    }

    private void count(Predicate<Score> which, String text) {
        long cells = findings.scores().stream().filter(which).count();
        if (cells > 0) {
            lines.add(Names.count(cells, "cell") + " " + text);
        }
    }

    private void resolution() {
        if (controls.pairs() > 0) {
            lines.add("This machine resolves " + Names.percent(controls.resolves()) + ": "
                    + (controls.pairs() == 1
                            ? "its one comparison detects"
                            : "half of its " + controls.pairs() + " comparisons detect")
                    + " a difference of this size with a probability of 80 %."
                    + (controls.resolves() > FINE
                            ? " Use a quieter machine, fewer codecs in a table, or more rounds:"
                                    + " run --resume DIR --until 10% continues this run until each headline table"
                                    + " resolves 10 %, or has " + RunPlan.MOST_ROUNDS + " rounds."
                            : ""));
            String more = Effort.toDecide(findings).words();
            if (!more.isEmpty()) {
                lines.add(Names.capital(more)
                        + ", would decide each inconclusive cell that a thousand rounds can decide, if differences and"
                        + " scatter stay the same.");
            }
        }
        List<String> unbacked = controls.benchmarks().stream()
                .filter(row ->
                        !Double.isNaN(row.resolves()) && !row.resolution().established())
                .map(Controls.Row::benchmark)
                .toList();
        if (!unbacked.isEmpty()) {
            lines.add("The run has fewer than " + Resolution.ENOUGH_PAIRS + " A/A pairs of " + Names.list(unbacked)
                    + ". Their margin of a tie was therefore not measured. It is set to "
                    + Names.percent(Resolution.LEAST)
                    + ". The standard preset has A/A pairs of stream, roundTrip, encode and decode.");
        }
    }

    private void scatter() {
        if (!controls.noisy().isEmpty()) {
            lines.add(Names.count(controls.noisy().size(), "cell") + " scattered more than the other cells of "
                    + (controls.noisy().size() == 1 ? "its table (" : "their tables (")
                    + controls.noisy().stream()
                            .limit(NAMED)
                            .map(cell -> cell.benchmark() + " " + cell.codec() + " " + cell.payload())
                            .collect(Collectors.joining(", "))
                    + (controls.noisy().size() > NAMED ? ", …" : "")
                    + "). Each is judged by its own scatter, with wider intervals. More rounds (-f) narrow them.");
        }
        if (controls.neighbours() > FixedWork.QUIET) {
            lines.add("The fixed arithmetic scattered by " + Names.percent(controls.neighbours())
                    + " between rounds: other programs ran, or the clock rate changed. Use a quieter machine, or fix the"
                    + " clock rate (governor performance).");
        }
        if (info.settings().getOrDefault("order", "").equals("jmh")) {
            lines.add(
                    "Forks ran in JMH's own order, so changes of the machine count as differences between codecs. Omit"
                            + " --order: the forks of a table then take turns.");
        }
    }

    /** Warns of other programs and other machines on the same host. */
    private void machine() {
        double cores = number(info.environment().getOrDefault("cpu.cores.jvm", ""));
        for (Map.Entry<String, String> fact : info.environment().entrySet()) {
            if (fact.getKey().endsWith("load1") && number(fact.getValue()) > cores / 2) {
                lines.add("The machine was busy before the first fork (load " + fact.getValue() + " on "
                        + info.environment().get("cpu.cores.jvm") + " cores). Stop other programs and measure again.");
            }
        }
        // Negative if the machine was restarted before the run was resumed.
        double stolen = 100 * ticks("steal") / ticks("all");
        if (stolen > STEAL && ticks("all") > 0) {
            lines.add("The hypervisor took " + Names.percent(stolen / 100)
                    + " of this machine's CPU time during the run. Use a dedicated host, or measure at another time.");
        }
    }

    /** Returns how far a counter of CPU time moved during the run; NaN if it was not recorded. */
    private double ticks(String which) {
        String name = "ticks." + which;
        return number(run.end().after().getOrDefault(name, ""))
                - number(info.environment().getOrDefault(name, ""));
    }

    /** Returns the number that a text begins with, or NaN. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.split(" ", 2)[0]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
