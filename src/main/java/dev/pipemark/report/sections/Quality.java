package dev.pipemark.report.sections;

import dev.pipemark.record.CommonGain;
import dev.pipemark.record.FixedWork;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.record.Settling;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Effort;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Trust;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reader must know before believing a number of this run, each with what to do about it. */
public final class Quality {
    private Quality() {}

    /** A round that costs so much more or less than the others was another machine, so to say. */
    private static final double DRIFT = 0.05;
    /** Share of all CPU time that a hypervisor may take before it tells, in per cent. */
    private static final double STEAL = 1;

    private static final int NAMED = 3;

    static List<String> lines(Findings findings, Controls controls) {
        RunInfo info = findings.run().info();
        List<String> lines = new ArrayList<>();
        if (!findings.ordered()) {
            lines.add(Names.rounds(findings.run().rounds())
                    + ": order not established. Numbers have two digits and no interval;"
                    + " take -f 5 or the standard preset to compare.");
        }
        String end = findings.run().end().reason();
        if (!end.equals("complete")) {
            lines.add("The run is not complete (" + end + "): cells it did not reach are rows without numbers.");
        }
        further(findings.run(), lines);
        count(findings, "failed", "failed: the reason is in the row.", lines);
        count(findings, "different", "arrived as something else, so that nothing was timed.", lines);
        long partial = findings.scores().stream()
                .filter(score -> score.measured() && !score.reason().isEmpty())
                .count();
        if (partial > 0) {
            lines.add(Names.count(partial, "cell")
                    + " measured with fewer forks than planned: the row says how many and why.");
        }
        long unsettled = findings.scores().stream()
                .filter(score -> score.measured() && !score.settled())
                .count();
        if (unsettled > 0) {
            lines.add(Names.count(unsettled, "cell")
                    + " had not settled: they still became faster while they were measured or, where forks ran alone, a"
                    + " compiler was at work. A longer warm-up helps: JMH's own (-wi, -w) is added to ours.");
        }
        together(findings.run(), lines);
        if (findings.ordered()) {
            resolution(findings, controls, lines);
            scatter(info, controls, lines);
        }
        busy(info, lines);
        steal(info, findings.run().end(), lines);
        lines.addAll(info.notes());
        return lines;
    }

    /** Tells whether all forks of a sitting together became faster, which no comparison between them shows. */
    private static void together(Run run, List<String> lines) {
        List<CommonGain> gains = CommonGain.of(run);
        List<String> unsettled = new ArrayList<>();
        gains.forEach(gain -> gain.unsettled().forEach((name, ratio) -> unsettled.add(lastLap(name, ratio))));
        String laps = " Cost of the last lap against the first, over all forks: "
                + gains.stream()
                        .map(gain -> lastLap(gain.benchmark(), gain.lastLap()))
                        .collect(Collectors.joining(", "))
                + ".";
        if (!unsettled.isEmpty()) {
            lines.add("All forks together became faster while they were measured, which no comparison of them shows: "
                    + String.join(", ", unsettled) + ". Their scores are too slow by half of this at least." + laps
                    + " A longer warm-up helps: JMH's own (-wi, -w) is added to ours.");
        }
        long warming = run.forks().stream()
                .filter(fork -> fork.paired() != null && Settling.cutShort(fork))
                .count();
        if (warming > 0) {
            lines.add("The compilers were still at work when the warm-up of " + Names.count(warming, "fork") + " of "
                    + run.forks().size() + " ended."
                    + (unsettled.isEmpty() && !gains.isEmpty() ? laps : "")
                    + (unsettled.isEmpty()
                                    && gains.stream()
                                            .anyMatch(gain -> gain.lastLap().hasInterval())
                            ? " No gain is above " + Names.percent(Settling.GAIN) + " and beyond chance."
                            : ""));
        }
    }

    /** The change of a cost in per cent, with its interval if there is one: {@code stream -12 % [-16, -8]}. */
    private static String lastLap(String name, Estimate ratio) {
        String change = String.format(Locale.ROOT, "%s %+.1f %%", name, 100 * (ratio.value() - 1));
        return ratio.hasInterval()
                ? change
                        + String.format(
                                Locale.ROOT, " [%+.1f, %+.1f]", 100 * (ratio.lower() - 1), 100 * (ratio.upper() - 1))
                : change;
    }

    /** Why a run that was to go on until it resolves enough did not go on. */
    private static void further(Run run, List<String> lines) {
        Double goal = run.info().plan().until();
        String why = run.end().until();
        if (goal != null && why != null) {
            String wanted = Names.percent(goal);
            lines.add("The run went on until "
                    + switch (why) {
                        case RunEnd.REACHED -> "each headline table resolved " + wanted + ".";
                        case RunEnd.SPENT -> "its budget was spent: not every headline table resolves " + wanted + ".";
                        default ->
                            "a headline table had the most rounds that any gets: not each resolves " + wanted + ".";
                    });
        }
    }

    private static void resolution(Findings findings, Controls controls, List<String> lines) {
        if (controls.pairs() > 0) {
            String benchmarks = controls.benchmarks().stream()
                    .filter(row -> !Double.isNaN(row.resolves()))
                    .map(row -> row.benchmark() + " " + Names.percent(row.resolves()))
                    .collect(Collectors.joining(", "));
            lines.add("This machine resolves " + Names.percent(controls.resolves())
                    + ": "
                    + (controls.pairs() == 1
                            ? "its one comparison finds"
                            : "half of its " + controls.pairs() + " comparisons find")
                    + " a difference of that size four times out of five (" + benchmarks + ")."
                    + (controls.resolves() > Trust.FINE
                            ? " A quiet machine and fewer codecs in a table make it finer, and so do more rounds."
                            : ""));
            further(findings, controls, lines);
        }
        List<String> unbacked = controls.benchmarks().stream()
                .filter(row ->
                        !Double.isNaN(row.resolves()) && !row.resolution().established())
                .map(Controls.Row::benchmark)
                .toList();
        if (!unbacked.isEmpty()) {
            lines.add("Fewer than " + Resolution.ENOUGH_PAIRS + " A/A pairs of " + Names.list(unbacked)
                    + ": the margin of a tie is a convention there, not a finding."
                    + (findings.run().info().preset().equals("standard")
                            ? " The standard preset repeats cells of other benchmarks only."
                            : " The standard preset has them of stream, roundTrip, encode and decode."));
        }
        List<String> apart = controls.benchmarks().stream()
                .filter(row -> !Double.isNaN(row.resolves()) && row.resolution().widest() > Trust.FINE)
                .map(row ->
                        row.benchmark() + " (" + Names.percent(row.resolution().widest()) + ")")
                .toList();
        if (!apart.isEmpty()) {
            lines.add("Equal cells of " + Names.list(apart)
                    + " came out that far apart: smaller differences mean nothing there. Stop what else runs, or take"
                    + " more rounds (-f).");
        }
    }

    /** Tells how many further rounds would find more, and how long they take. */
    private static void further(Findings findings, Controls controls, List<String> lines) {
        if (controls.resolves() > Trust.FINE) {
            finer(findings, lines);
        }
        Effort decided = Effort.toDecide(findings);
        if (decided.tables() > 0) {
            lines.add("What is inconclusive would be decided by " + decided.words()
                    + beyond(decided, "a thousand rounds")
                    + ", if difference and scatter stay as they are.");
        }
    }

    /** Advises {@code --until} only where its rounds are enough. */
    private static void finer(Findings findings, List<String> lines) {
        String goal = Names.percent(Trust.FINE);
        String most = "the " + RunPlan.MOST_ROUNDS + " rounds of --until";
        Effort finer = Effort.toResolve(Trust.FINE, findings);
        if (finer.tables() > 0) {
            lines.add("For " + goal + " in the headline tables it would take " + finer.words() + beyond(finer, most)
                    + ": run --resume " + findings.run().info().id() + " --until " + Math.round(100 * Trust.FINE)
                    + "%.");
        } else if (finer.hopeless() > 0) {
            lines.add("No further rounds bring " + Names.count(finer.hopeless(), "headline table") + " to " + goal
                    + ": " + most + " are not enough. A quieter machine, or fewer codecs in a table, does more.");
        }
    }

    private static String beyond(Effort effort, String most) {
        return effort.hopeless() == 0
                ? ""
                : "; for " + Names.count(effort.hopeless(), "table") + " " + most + " are not enough";
    }

    private static void scatter(RunInfo info, Controls controls, List<String> lines) {
        if (!controls.noisy().isEmpty()) {
            lines.add(Names.count(controls.noisy().size(), "cell") + " scattered more than the others of the table ("
                    + controls.noisy().stream()
                            .limit(NAMED)
                            .map(cell -> cell.benchmark() + " " + cell.codec() + " " + cell.payload())
                            .collect(Collectors.joining(", "))
                    + (controls.noisy().size() > NAMED ? ", …" : "")
                    + "), and "
                    + (controls.noisy().size() == 1 ? "was judged by itself" : "were judged by themselves")
                    + ", with wider intervals. More rounds (-f) narrow them.");
        }
        controls.benchmarks().stream()
                .filter(row -> row.cells() > 1 && Math.abs(row.drift().largest()) > DRIFT)
                .max(Comparator.comparingDouble(row -> Math.abs(row.drift().largest())))
                .ifPresent(
                        row -> lines.add("Rounds differ: round " + row.drift().farthest() + " of " + row.benchmark()
                                + " lies " + Names.percent(Math.abs(row.drift().largest()))
                                + " from the mean round. Comparisons within a table are free of it, the values are not: stop"
                                + " what else runs and measure again."));
        if (controls.neighbours() > FixedWork.QUIET) {
            lines.add("The fixed arithmetic scattered by " + Names.percent(controls.neighbours())
                    + " between rounds: neighbours, or a clock that changes. Use a quieter machine, or fix the clock"
                    + " (governor performance).");
        }
        if (info.settings().getOrDefault("order", "").equals("jmh")) {
            lines.add("Forks ran in JMH's own order: drift of the machine is in the differences between codecs. Leave"
                    + " out --order: the forks of a table then take turns.");
        }
    }

    private static void steal(RunInfo info, RunEnd end, List<String> lines) {
        double all = ticks(end.after(), "all") - ticks(info.environment(), "all");
        double during = 100 * (ticks(end.after(), "steal") - ticks(info.environment(), "steal")) / all;
        // A run that was resumed after the machine was started anew has counted from two beginnings.
        if (all > 0 && during >= 0) {
            if (during > STEAL) {
                lines.add("The hypervisor took " + Names.percent(during / 100)
                        + " of this machine's CPU time during the run: use a host of its own, or another hour.");
            }
            return;
        }
        double after = number(end.after().getOrDefault("steal", ""));
        double before = number(info.environment().getOrDefault("steal", ""));
        // Shares since boot: one that falls says that the run itself was left in peace.
        if (after > STEAL && !(after < before)) {
            lines.add("The hypervisor took CPU time from this machine (steal since boot: "
                    + info.environment().getOrDefault("steal", "unknown") + " before, "
                    + end.after().getOrDefault("steal", "") + " after): use a host of its own, or another hour.");
        }
    }

    /** NaN in runs that did not record them. */
    private static double ticks(Map<String, String> load, String which) {
        return number(load.getOrDefault("ticks." + which, ""));
    }

    private static void count(Findings findings, String outcome, String text, List<String> lines) {
        long cells = findings.scores().stream()
                .filter(score -> score.outcomeName().equals(outcome))
                .count();
        if (cells > 0) {
            lines.add(Names.count(cells, "cell") + " " + text);
        }
    }

    private static void busy(RunInfo info, List<String> lines) {
        double cores = number(info.environment().getOrDefault("cpu.cores.jvm", ""));
        for (Map.Entry<String, String> fact : info.environment().entrySet()) {
            double load = number(fact.getValue());
            if (fact.getKey().endsWith("load1") && load > cores / 2) {
                lines.add("The machine was busy before the first fork (load " + fact.getValue() + " on "
                        + info.environment().get("cpu.cores.jvm") + " cores): stop what else runs and measure again.");
            }
        }
    }

    /** NaN when the text does not begin with one. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.split(" ", 2)[0]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
