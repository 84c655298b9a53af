package dev.pipemark.cli;

import dev.pipemark.capability.PairProbe;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Journal;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunPlan;
import dev.pipemark.report.Reports;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.ForkLog;
import dev.pipemark.run.ForkRunner;
import dev.pipemark.run.ForkSettings;
import dev.pipemark.run.Interruption;
import dev.pipemark.run.JmhArguments;
import dev.pipemark.run.Order;
import dev.pipemark.run.ResultsFolder;
import dev.pipemark.run.RunExecution;
import dev.pipemark.run.TimeModel;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** One run from its first probe to its report, with its files open and its signals handled. */
final class RunSession {
    private final Path folder;
    private final Stock stock;
    private final Benchmarks benchmarks;
    private final TimeModel model;
    private final Terminal terminal;

    RunSession(Path folder, Stock stock, Benchmarks benchmarks, TimeModel model, Terminal terminal) {
        this.folder = folder;
        this.stock = stock;
        this.benchmarks = benchmarks;
        this.model = model;
        this.terminal = terminal;
    }

    /**
     * Runs what is left of a run, and writes everything that is made from it.
     *
     * @param done the plan, and what of it is in the journal
     * @throws IOException when the folder cannot be written any more; what is in the journal stays
     */
    int carryOut(Run done) throws IOException {
        long begin = System.nanoTime();
        Interruption interruption = new Interruption();
        Path work = Files.createTempDirectory("pipemark-");
        try (Signals signals = Signals.to(interruption)) {
            ProgressLines progress = new ProgressLines(terminal);
            measure(done, interruption, work, progress);
            progress.clear();
            Run run = RunFolder.read(folder);
            Outputs.write(run, folder, benchmarks);
            writeAsked(run);
            ResultsFolder.latest(folder);
            return conclude(run, (System.nanoTime() - begin) / 1e9);
        } catch (UncheckedIOException e) {
            throw new IOException(
                    e.getMessage() + "; what was measured is kept in " + folder + ": --resume " + folder + " goes on",
                    e);
        } finally {
            delete(work);
        }
    }

    private void measure(Run done, Interruption interruption, Path work, ProgressLines progress) throws IOException {
        RunPlan plan = done.info().plan();
        JmhArguments jmh = JmhArguments.parse(plan.jmh());
        ForkSettings settings = ForkSettings.of(done.info(), work).opening(stock.opens());
        // JMH starts its forks with the class path that this property names.
        System.setProperty("java.class.path", stock.classPath());
        ForkLog log = ForkLog.open(folder.resolve("log.txt"), jmh);
        PrintStream out = System.out;
        PrintStream err = System.err;
        // JMH prints there what forks print, which would run through our own lines.
        System.setOut(log.output());
        System.setErr(log.errors());
        try (Journal journal = Journal.open(folder)) {
            PairProbe probe = new PairProbe(
                    new WorkerSettings(
                            settings.jvm(),
                            stock.classPath(),
                            WorkerSettings.inherited(settings.flags()),
                            work,
                            settings.deadline()),
                    stock.opens());
            ForkRunner forks = new ForkRunner(benchmarks, settings, model, log, interruption);
            new RunExecution(
                            done,
                            Order.labelled(plan.order()),
                            probe::probe,
                            forks,
                            journal,
                            progress,
                            interruption,
                            plan.budgetSeconds() == null
                                    ? null
                                    : Duration.ofMillis(Math.round(plan.budgetSeconds() * 1000)),
                            jmh.stopAtFailure())
                    .execute();
        } finally {
            System.setOut(out);
            System.setErr(err);
            log.end();
        }
    }

    /** A result file of JMH's that cannot be written spoils nothing else. */
    private void writeAsked(Run run) {
        try {
            Outputs.writeAsked(run, folder, benchmarks);
        } catch (IOException e) {
            terminal.err().println(e.getMessage());
        }
    }

    private int conclude(Run run, double seconds) {
        long failed =
                run.forks().stream().filter(fork -> fork.failure() != null).count();
        long apart = run.checks().stream()
                .filter(check -> !check.exact() && !check.payloadFault())
                .count();
        long faulty = run.checks().stream()
                .filter(PairCheck::payloadFault)
                .map(PairCheck::payload)
                .distinct()
                .count();
        terminal.out()
                .println(Terminal.count(run.forks().size() - failed, "fork") + " measured"
                        + (failed == 0 ? "" : ", " + failed + " failed")
                        + (apart == 0
                                ? ""
                                : ", " + Terminal.count(apart, "pair") + (apart == 1 ? " does" : " do") + " not travel")
                        + (faulty == 0 ? "" : ", " + Terminal.count(faulty, "payload") + " at fault")
                        + ", in "
                        + Durations.words(seconds) + " (planned "
                        + Durations.words(run.info().estimateSeconds()) + ")");
        for (String line : Reports.leaders(run)) {
            terminal.out().println(line);
        }
        boolean interrupted = run.end().reason().equals("interrupted");
        if (interrupted) {
            terminal.out().println("interrupted: --resume " + folder + " goes on where this stopped");
        }
        terminal.out().println("Report: " + folder.resolve("report.md"));
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        return faulty > 0 || run.forks().stream().map(Fork::failure).anyMatch(failure -> failure != null)
                ? ExitCode.FAILED_CELL
                : ExitCode.FINE;
    }

    /** Deletes a folder of temporary files, as far as that is possible now. */
    static void delete(Path work) {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A worker that is still dying may hold its log; the system clears its temporary files in time.
            work.toFile().deleteOnExit();
        }
    }
}
