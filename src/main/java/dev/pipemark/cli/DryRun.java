package dev.pipemark.cli;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Cell;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.Division;
import dev.pipemark.run.JmhArguments;
import dev.pipemark.run.Order;
import dev.pipemark.run.PlannedFork;
import dev.pipemark.run.RunDraft;
import dev.pipemark.run.Schedule;
import dev.pipemark.run.TimeModel;
import dev.pipemark.run.Timing;
import dev.pipemark.stats.RoundTable.Sitting;
import java.util.List;
import java.util.Map;

/** Prints a plan before or instead of running it. */
final class DryRun {
    private DryRun() {}

    /** Prints the plan as one line, and a line for each note on parts that were left out. */
    static void summary(RunInfo info, Terminal terminal) {
        int forks = info.cells().size() * info.rounds();
        int joining = info.rounds() * (round(info).size() - info.cells().size());
        terminal.out()
                .println("Plan " + info.preset() + ": "
                        + Names.count(info.cells().size(), "cell") + " × "
                        + Names.count(info.rounds(), "round") + " = " + Names.count(forks, "fork")
                        + (joining == 0 ? "" : " and " + joining + " that join groups") + ", about "
                        + Names.duration(info.estimateSeconds()) + further(info.plan()));
        for (String note : info.notes()) {
            Terminal.wrap(note, Terminal.COLUMNS - 2)
                    .forEach(line -> terminal.out().println("  " + line));
        }
    }

    /** Returns the rounds after the planned ones in words. Empty if there are none. */
    static String further(RunPlan plan) {
        Double goal = plan.until();
        Double budget = plan.budgetSeconds();
        return goal == null
                ? ""
                : ", then more rounds until each headline table resolves " + Names.percent(goal) + ", at most "
                        + RunPlan.MOST_ROUNDS
                        + (budget == null ? "" : ", in " + Names.duration(budget) + " altogether");
    }

    /** Returns the forks of the first round in their order, with those that join groups. */
    private static List<PlannedFork> round(RunInfo info) {
        List<PlannedFork> first =
                Schedule.of(
                                info.cells(),
                                info.rounds(),
                                Order.labelled(info.plan().order()),
                                info.seed())
                        .stream()
                        .filter(fork -> fork.round() == 1)
                        .toList();
        return Division.of(info.plan(), List.of(), Memory.here()).forks(first, info.cells(), List.of());
    }

    /** Prints every fork of the first round in its order, with its duration in seconds. */
    static void print(RunDraft draft, Benchmarks benchmarks, JmhArguments user, Terminal terminal) {
        RunInfo info = draft.info("dry-run", Map.of(), Map.of());
        summary(info, terminal);
        Timing timing = draft.plan().timing();
        TimeModel model = new TimeModel(benchmarks, info.payloads());
        int n = 0;
        int group = Sitting.WHOLE;
        for (PlannedFork fork : round(info)) {
            if (fork.group() != group) {
                terminal.out()
                        .println(
                                fork.group() == Sitting.WHOLE
                                        ? "       whole tables:"
                                        : "       group " + fork.group() + " of its table:");
            }
            group = fork.group();
            Cell cell = fork.cell();
            terminal.out()
                    .printf("%5d  %-64s %5.1f s%n", ++n, ProgressLines.name(cell), model.fork(cell, timing, user));
        }
        String order = info.plan().order();
        if (info.rounds() > 1) {
            terminal.out()
                    .println(
                            order.equals(Order.JMH.label())
                                    ? "each cell " + info.rounds() + " times in a row"
                                    : "the same cells in another order in each of "
                                            + Names.count(info.rounds() - 1, "more round"));
        }
        terminal.out()
                .println("order " + order + ", seed " + info.seed() + "; pairs that do not travel are dropped first");
    }
}
