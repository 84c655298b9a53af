package dev.pipemark.cli;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.machine.Memory;
import dev.pipemark.record.Arm;
import dev.pipemark.record.Fork;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.report.Reports;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.Division;
import dev.pipemark.run.Interruption;
import dev.pipemark.run.PlannedFork;
import dev.pipemark.run.ResultsFolder;
import dev.pipemark.run.RunDraft;
import dev.pipemark.run.Session;
import dev.pipemark.run.Stock;
import dev.pipemark.run.TimeModel;
import dev.pipemark.stats.Stats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code run}, which starts or resumes a run and prints its progress and result. */
final class RunCommand {
    private RunCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException, IOException {
        RunRequest request = RunRequest.parse(args);
        if (request.own().help.asked) {
            return HelpCommand.execute(terminal);
        } else if (request.own().version) {
            return VersionCommand.execute(terminal);
        } else if (request.jmh().print()) {
            if (request.jmh().help()) {
                terminal.out().println();
                HelpCommand.options(terminal);
            }
            return ExitCode.FINE;
        }
        if (request.own().yours.asked()) {
            return YourRun.begin(request, terminal);
        }
        return request.own().resume == null
                ? begin(request, terminal)
                : resume(request.own().resume, request, terminal);
    }

    private static int begin(RunRequest request, Terminal terminal) throws UsageException, IOException {
        Stock stock =
                Stock.with(request.own().userJars.paths, request.selection().codecs());
        ListCommands.broken(stock, terminal);
        Benchmarks benchmarks = Benchmarks.onClassPath();
        RunDraft draft = request.draft(stock, benchmarks);
        if (request.own().dryRun) {
            DryRun.print(draft, benchmarks, request.jmh(), terminal);
            return ExitCode.FINE;
        }
        return carryOut(
                stock,
                benchmarks,
                request.own().failOn != null,
                terminal,
                session -> session.run(draft, request.results()));
    }

    private static int resume(Path folder, RunRequest request, Terminal terminal) throws UsageException, IOException {
        Run done = RunFolder.read(folder);
        Stock stock = Stock.with(
                done.info().plan().userJars().stream().map(Path::of).toList(),
                done.info().codecs().stream().map(codec -> Arm.base(codec.id())).toList());
        List<String> changes = Session.changes(done.info(), stock);
        if (!changes.isEmpty()) {
            throw new UsageException("cannot resume " + folder + ": " + String.join("; ", changes)
                    + ": earlier and later forks would not be comparable; start a new run");
        }
        RunPlan plan = request.resumed(done.info());
        RunInfo info = done.info().with(plan, done.info().settings());
        Benchmarks benchmarks = Benchmarks.onClassPath();
        List<PlannedFork> left =
                Division.left(new Run(info, done.checks(), done.sizes(), done.forks(), done.end()), Memory.here());
        double seconds = new TimeModel(benchmarks, info.payloads()).left(info, left);
        terminal.out()
                .println("Continuing " + folder + ": "
                        + Names.count(done.forks().size(), "fork") + " done, at most " + left.size()
                        + " left, in about "
                        + Names.duration(seconds)
                        + DryRun.further(plan));
        if (request.own().dryRun) {
            return ExitCode.FINE;
        }
        return carryOut(stock, benchmarks, false, terminal, session -> session.resume(done, plan, folder));
    }

    /** The work of a session. */
    interface Task {
        Session.Ended in(Session session) throws IOException;
    }

    static int carryOut(Stock stock, Benchmarks benchmarks, boolean failOnRegression, Terminal terminal, Task task)
            throws IOException {
        long begin = System.nanoTime();
        Interruption interruption = new Interruption();
        try (Signals signals = Signals.to(interruption)) {
            Session session = new Session(stock, benchmarks, new RunAudience(terminal), interruption);
            Session.Ended ended = task.in(session);
            int code = conclude(ended, (System.nanoTime() - begin) / 1e9, terminal);
            return failOnRegression && code != ExitCode.INTERRUPTED
                    ? judged(ArmComparison.of(ended.run()), code, terminal)
                    : code;
        } catch (ResultsFolder.UnwritableException e) {
            throw new IOException(e.getMessage() + ": nothing was measured; choose another place with --results", e);
        }
    }

    /** Returns the exit code of a run with {@code --fail-on}. A run without any verdict must not pass. */
    static int judged(ArmComparison arms, int code, Terminal terminal) {
        if (arms.regressed()) {
            return ExitCode.REGRESSION;
        }
        if (!arms.judged()) {
            terminal.err()
                    .println("--fail-on regression: no cell was measured both in an arm and without it in "
                            + Stats.FORKS_FOR_INTERVAL + " rounds or more");
            return ExitCode.FAILED_CELL;
        }
        return code;
    }

    private static int conclude(Session.Ended ended, double seconds, Terminal terminal) {
        Run run = ended.run();
        long failed =
                run.forks().stream().filter(fork -> fork.failure() != null).count();
        long apart = run.checks().stream()
                .filter(check ->
                        !check.exact() && !check.payloadFault() && check.verdict() != PairCheck.Fate.OUT_OF_MEMORY)
                .count();
        long faulty = run.checks().stream()
                .filter(PairCheck::payloadFault)
                .map(PairCheck::payload)
                .distinct()
                .count();
        terminal.out()
                .println(Names.count(run.forks().size() - failed, "fork") + " measured"
                        + (failed == 0 ? "" : ", " + failed + " failed")
                        + (apart == 0
                                ? ""
                                : ", " + Names.count(apart, "pair") + (apart == 1 ? " does" : " do") + " not travel")
                        + (faulty == 0 ? "" : ", " + Names.count(faulty, "payload") + " at fault")
                        + ", in "
                        + Names.duration(seconds) + " (planned "
                        + Names.duration(run.info().estimateSeconds()) + ")");
        for (String line : Reports.winners(run)) {
            Terminal.wrap(line, Terminal.COLUMNS).forEach(terminal.out()::println);
        }
        further(ended, terminal);
        Reports.arms(run).forEach(terminal.out()::println);
        boolean interrupted = run.end().reason().equals(RunEnd.INTERRUPTED);
        if (interrupted) {
            terminal.out().println("interrupted: continue this run with --resume " + ended.folder());
        }
        terminal.out().println("Report: " + ended.folder().resolve("report.md"));
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        return faulty > 0 || run.forks().stream().map(Fork::failure).anyMatch(failure -> failure != null)
                ? ExitCode.FAILED_CELL
                : ExitCode.FINE;
    }

    /** Prints why a run with {@code --until} has ended. */
    private static void further(Session.Ended ended, Terminal terminal) {
        Double goal = ended.run().info().plan().until();
        String why = ended.run().end().until();
        if (goal == null || why == null) {
            return;
        }
        String wanted = Names.percent(goal);
        String line = switch (why) {
            case RunEnd.REACHED -> "The run ended because every headline table resolves " + wanted;
            case RunEnd.SPENT ->
                "The budget is spent, and not every headline table resolves " + wanted + ": continue with --resume "
                        + ended.folder() + " --budget 20m";
            default ->
                "Not every headline table resolves " + wanted + " after " + RunPlan.MOST_ROUNDS
                        + " rounds, the maximum: use a quieter machine, or fewer codecs in a table";
        };
        terminal.out().println(line);
    }
}
