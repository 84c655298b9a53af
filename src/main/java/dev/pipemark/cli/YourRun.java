package dev.pipemark.cli;

import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.Plan;
import dev.pipemark.run.Planner;
import dev.pipemark.run.RunDraft;
import dev.pipemark.run.Stock;
import dev.pipemark.worker.WorkFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run for classes of the user's own. It tries codecs with them, and then times the codecs that carry them. */
final class YourRun {
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
            DryRun.print(request.draft(stock, benchmarks, plan), benchmarks, request.jmh(), terminal);
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
                planner.yours(request.selection(), yours.payloads(), Set.of(), List.of(), request.jmh()));
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
        RunDraft draft = request.draft(stock, benchmarks, plan);
        return RunCommand.carryOut(
                stock,
                benchmarks,
                request.own().failOn != null,
                terminal,
                session -> session.run(draft, request.results()));
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

    /** Returns notes on how the values are made, and on fields without a value. */
    private List<String> told(Optional<ProbeCommand.Probed> probed) {
        List<String> notes = new ArrayList<>();
        yours.wish()
                .ids()
                .forEach((id, type) ->
                        notes.add(id + ": " + type + ", " + yours.wish().told()));
        probed.ifPresent(found -> notes.addAll(found.unfilled()));
        return notes;
    }
}
