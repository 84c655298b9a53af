package dev.pipemark.run;

import dev.pipemark.machine.Environment;
import dev.pipemark.machine.Identity;
import dev.pipemark.machine.MachineLock;
import dev.pipemark.machine.Memory;
import dev.pipemark.record.Journal;
import dev.pipemark.record.Json;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.worker.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run from its plan to its report. All its results are in its folder. Its audience prints all messages. */
public final class Session {
    /** A run that ended, and its folder. */
    public record Ended(Run run, Path folder) {}

    private final Stock stock;
    private final Benchmarks benchmarks;
    private final Audience audience;
    private final Interruption interruption;

    public Session(Stock stock, Benchmarks benchmarks, Audience audience, Interruption interruption) {
        this.stock = stock;
        this.benchmarks = benchmarks;
        this.audience = audience;
        this.interruption = interruption;
    }

    /**
     * Makes a folder for a run, executes the plan, and has the report written.
     *
     * @param results the folder in which the run's folder is made
     * @throws IllegalArgumentException if a table does not fit in memory even in groups; the message names it
     * @throws IOException if the folder cannot be written; the journal stays
     */
    public Ended run(RunDraft draft, Path results) throws IOException {
        requireMemory(
                new Run(draft.info("draft", Map.of(), Map.of()), List.of(), List.of(), List.of(), RunEnd.UNFINISHED));
        try (MachineLock lock = MachineLock.take()) {
            Path folder = ResultsFolder.create(
                    results, Instant.now(), Identity.host(), draft.plan().name());
            RunInfo info = describe(draft, folder);
            Json.writeInfo(info, folder.resolve(RunFolder.INFO));
            audience.planned(info);
            return measureAndReport(new Run(info, List.of(), List.of(), List.of(), RunEnd.UNFINISHED), folder);
        }
    }

    /**
     * Resumes a run.
     *
     * @param done the plan, with the results that are in the journal
     * @param plan the plan from now on, with a budget and a goal that may be new; it is written to {@code run.json}
     * @throws IllegalArgumentException if a table does not fit in memory even in groups; the message names it
     * @throws IOException if the folder cannot be written; the journal stays
     */
    public Ended resume(Run done, RunPlan plan, Path folder) throws IOException {
        boolean same = plan.equals(done.info().plan());
        RunInfo info = same
                ? done.info()
                : done.info().with(plan, RunDraft.limits(plan, done.info().settings()));
        Run next = new Run(info, done.checks(), done.sizes(), done.forks(), done.end());
        requireMemory(next);
        try (MachineLock lock = MachineLock.take()) {
            ResultsFolder.prove(folder);
            if (!same) {
                Json.writeInfo(info, folder.resolve(RunFolder.INFO));
            }
            return measureAndReport(next, folder);
        }
    }

    /** Checks the memory for a run whose forks run side by side, since all forks of a sitting are then alive at once. */
    private static void requireMemory(Run run) {
        if (run.info().plan().order().equals(Order.SIDE_BY_SIDE.label())) {
            MemoryNeed.refusal(run, Memory.here()).ifPresent(refusal -> {
                throw new IllegalArgumentException(refusal);
            });
        }
    }

    /**
     * Returns the changes since a run began, one sentence each. The run may be resumed only if this list is empty.
     *
     * @param stock the present codecs and payloads
     * @throws IOException if a part of the class path cannot be read
     */
    public static List<String> changes(RunInfo info, Stock stock) throws IOException {
        ForkSettings forks =
                ForkSettings.of(info, Path.of("")).loading(stock, info.plan().arms());
        return Identity.changes(info.settings(), identity(forks, Environment.capture()));
    }

    private RunInfo describe(RunDraft draft, Path folder) throws IOException {
        ForkSettings forks = draft.forks();
        Map<String, String> environment = new LinkedHashMap<>(Environment.capture());
        Map<String, String> identity = identity(forks, environment);
        environment.putAll(Environment.load());
        RunInfo info = draft.info(String.valueOf(folder.getFileName()), environment, identity);
        return info.withPayloads(PayloadDigests.of(info.payloads(), forks));
    }

    private static Map<String, String> identity(ForkSettings forks, Map<String, String> environment)
            throws IOException {
        Map<String, String> identity = new LinkedHashMap<>(Identity.of(forks.classPath(), forks.jvm(), environment));
        for (Map.Entry<String, ForkSettings> arm : forks.arms().entrySet()) {
            ForkSettings own = arm.getValue();
            identity.putAll(Identity.of("arm " + arm.getKey() + "'s ", own.classPath(), own.jvm(), environment));
            String worker = own.worker();
            if (worker != null) {
                identity.putAll(Identity.ofFile("arm " + arm.getKey() + "'s worker", worker));
            }
        }
        return identity;
    }

    private Ended measureAndReport(Run done, Path folder) throws IOException {
        try (WorkFolder work = WorkFolder.create("pipemark-")) {
            measure(
                    done,
                    folder,
                    ForkSettings.of(done.info(), work.path())
                            .loading(stock, done.info().plan().arms()));
            Run run = RunFolder.read(folder);
            MergedResults merged = MergedResults.of(run, folder, benchmarks);
            merged.writeJson(run, folder.resolve(MergedResults.FILE));
            audience.report(run, folder);
            writeAsked(merged, run);
            ResultsFolder.latest(folder);
            return new Ended(run, folder);
        } catch (UncheckedIOException e) {
            throw new IOException(
                    e.getMessage() + "; the results so far are kept in " + folder + ": continue with --resume "
                            + folder,
                    e);
        }
    }

    private void measure(Run done, Path folder, ForkSettings settings) throws IOException {
        RunPlan plan = done.info().plan();
        JmhArguments jmh = JmhArguments.parse(plan.jmh());
        String classPath = System.getProperty(ForkRunner.CLASS_PATH, "");
        ForkLog log = ForkLog.open(folder.resolve("log.txt"), jmh);
        try (Audience.Diversion diverted = audience.divert(log.output(), log.errors());
                Journal journal = Journal.open(folder)) {
            TimeModel model = new TimeModel(benchmarks, done.info().payloads());
            ForkRunner forks =
                    new ForkRunner(benchmarks, settings, model, log, interruption).withTurns(plan.turnIterations());
            Double budget = plan.budgetSeconds();
            Double goal = plan.until();
            new RunExecution(
                            done,
                            Order.labelled(plan.order()),
                            Division.of(plan, done.forks(), Memory.here()),
                            new ArmTrial(settings, Formats.in(stock.catalog())),
                            forks,
                            journal,
                            audience,
                            interruption,
                            budget == null ? null : Duration.ofMillis(Math.round(budget * 1000)),
                            goal == null ? null : new Until(goal, done.info().cells()),
                            jmh.stopAtFailure())
                    .execute();
        } finally {
            System.setProperty(ForkRunner.CLASS_PATH, classPath);
            log.end();
        }
    }

    /** Writes the result file that the user requested from JMH. If that fails, only a warning follows. */
    private void writeAsked(MergedResults merged, Run run) {
        try {
            merged.writeAsked(run, JmhArguments.parse(run.info().plan().jmh()));
        } catch (IOException e) {
            audience.warn(String.valueOf(e.getMessage()));
        }
    }
}
