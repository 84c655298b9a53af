package dev.pipemark.cli;

import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.Plan;
import dev.pipemark.run.Planner;
import dev.pipemark.run.RunDraft;
import dev.pipemark.run.Shortened;
import dev.pipemark.run.Stock;
import dev.pipemark.worker.WorkFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** A run for classes of the user's own. It tries codecs with them, and then times the codecs that carry them. */
final class YourRun {
    /** The longest time of the probe and the run together, in seconds, if the user has not said how much to measure. */
    private static final double TOGETHER = 300;

    /** The time that the run may take in any case, in seconds. A probe of a very large class may take most of the time. */
    private static final double LEAST = 60;

    private static final double MINUTE = 60;

    private static final String MINUTES = Math.round(TOGETHER / MINUTE) + " minutes";

    /** The budget that a note proposes is a multiple of this, in minutes. */
    private static final int STEP = 5;

    private final RunRequest request;
    private final Yours yours;
    private final Terminal terminal;

    private YourRun(RunRequest request, Yours yours, Terminal terminal) {
        this.request = request;
        this.yours = yours;
        this.terminal = terminal;
    }

    static int begin(RunRequest request, Terminal terminal) throws UsageException, IOException {
        OwnOptions own = request.own();
        YourRun run = new YourRun(
                request,
                Yours.of(
                        own.yours,
                        own.values,
                        own.userJars.paths,
                        request.selection().codecs()),
                terminal);
        return own.dryRun ? run.dry() : run.run();
    }

    private int dry() throws UsageException, IOException {
        Benchmarks benchmarks = Benchmarks.onClassPath();
        try (WorkFolder temporary = WorkFolder.create("pipemark-yours-")) {
            Stock stock = yours.stock(temporary.path());
            Plan plan = new Planner(benchmarks, stock.offer())
                    .yours(request.selection(), yours.payloads(), Set.of(), told(Optional.empty()), request.jmh());
            DryRun.print(
                    request.draft(stock, benchmarks, plan, within(Double.MAX_VALUE)),
                    benchmarks,
                    request.jmh(),
                    terminal);
        }
        return ExitCode.FINE;
    }

    private int run() throws UsageException, IOException {
        try (WorkFolder temporary = WorkFolder.create("pipemark-yours-")) {
            return run(yours.stock(temporary.path()));
        }
    }

    private int run(Stock first) throws UsageException, IOException {
        ListCommands.broken(first, terminal);
        Benchmarks benchmarks = Benchmarks.onClassPath();
        Planner planner = new Planner(benchmarks, first.offer());
        // A mistake in the plan is reported before anything is tried.
        request.draft(
                first,
                benchmarks,
                planner.yours(request.selection(), yours.payloads(), Set.of(), List.of(), request.jmh()),
                within(Double.MAX_VALUE));
        long begun = System.nanoTime();
        boolean open = request.leavesSizeOpen();
        if (open) {
            terminal.out().println("The probe and the run are planned to take " + MINUTES + " at most, together");
        }
        ProbeCommand.Probed probed = ProbeCommand.ofPayloads(first, yours, request.results(), terminal);
        if (probed.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        Stock stock = probed.stock();
        Plan plan;
        try {
            plan = planner.yours(
                    request.selection(),
                    yours.payloads(),
                    refused(probed.matrix(), stock.opens().keySet()),
                    told(Optional.of(probed)),
                    request.jmh());
        } catch (IllegalArgumentException e) {
            throw new UsageException("nothing is measured: " + e.getMessage());
        }
        double left = Math.max(LEAST, TOGETHER - (System.nanoTime() - begun) / 1e9);
        RunDraft draft = request.draft(stock, benchmarks, plan, within(open ? left : Double.MAX_VALUE));
        return RunCommand.carryOut(
                stock,
                benchmarks,
                request.own().failOn != null,
                terminal,
                session -> session.run(draft, request.results()));
    }

    /**
     * Returns a function that shortens a plan to the budget of the user, and adds a note on the parts that it leaves out.
     *
     * @param seconds the time that the plan may take if there is no budget
     */
    private BiFunction<Plan, ToDoubleFunction<Plan>, Plan> within(double seconds) {
        Duration budget = request.budget();
        if (budget != null) {
            return (whole, estimate) ->
                    Shortened.of(whole, budget.toMillis() / 1e3, estimate).noting(left -> "budget: left out " + left);
        }
        return (whole, estimate) -> {
            // A run ends at its budget even if it takes longer than planned, so the budget must be longer than the
            // plan.
            long minutes = STEP * (long) Math.ceil(1.25 * estimate.applyAsDouble(whole) / (STEP * MINUTE));
            return Shortened.of(whole, seconds, estimate)
                    .noting(left -> "left out, because the probe and the run are to take " + MINUTES + " together: "
                            + left + ". --budget " + minutes + "m measures everything");
        };
    }

    /**
     * Returns the pairs of a codec and a payload that the codec does not carry, named as in the plan.
     *
     * @param opening the codecs whose forks run with packages opened to them
     */
    private static Set<String> refused(Matrix matrix, Set<String> opening) {
        Set<String> refused = new HashSet<>();
        for (ValueCheck check : matrix.checks()) {
            if (check.opened() == opening.contains(check.codec())
                    && !check.outcome().carries()) {
                refused.add(Planner.pair(check.codec(), check.value()));
            }
        }
        return refused;
    }

    /** Returns notes on how the values are made, and on what a probe found. */
    private List<String> told(Optional<ProbeCommand.Probed> probed) {
        List<String> notes = new ArrayList<>();
        yours.wish()
                .ids()
                .forEach((id, type) ->
                        notes.add(id + ": " + type + ", " + yours.wish().told()));
        probed.ifPresentOrElse(
                found -> notes.addAll(found.unfilled()),
                () -> notes.add(
                        "no codec has been tried yet: a run tries them first, and times those that carry the values. It"
                                + " plans with the times that it measures then, and leaves parts out if it would take too long"));
        return notes;
    }
}
