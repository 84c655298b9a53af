package dev.pipemark.cli;

import dev.pipemark.machine.Environment;
import dev.pipemark.machine.Identity;
import dev.pipemark.machine.MachineLock;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Json;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.Budget;
import dev.pipemark.run.ForkSettings;
import dev.pipemark.run.Offer;
import dev.pipemark.run.Plan;
import dev.pipemark.run.Planner;
import dev.pipemark.run.Presets;
import dev.pipemark.run.ResultsFolder;
import dev.pipemark.run.Schedule;
import dev.pipemark.run.TimeModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans a run, or finds the plan of one to go on with, and hands it to {@link RunSession}. */
final class RunCommand {
    private RunCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException, IOException {
        RunRequest request = RunRequest.parse(args);
        if (request.own().help) {
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
        return request.own().resume == null
                ? begin(request, terminal)
                : resume(request.own().resume, request.own().dryRun, terminal);
    }

    private static int begin(RunRequest request, Terminal terminal) throws UsageException, IOException {
        Stock stock = Stock.with(request.own().userJars);
        ListCommands.broken(stock, terminal);
        Benchmarks benchmarks = Benchmarks.onClassPath();
        TimeModel model = new TimeModel(benchmarks, stock.offer().payloads());
        Plan plan = new Planner(benchmarks, stock.offer()).plan(request.selection(), request.jmh());
        Duration budget = request.budget();
        if (budget != null) {
            plan = Budget.fit(plan, budget, cut -> estimate(cut, model, request, stock.offer()));
        }
        long seed = request.own().seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : request.own().seed;
        if (request.own().dryRun) {
            RunInfo info = info("dry-run", request, stock, plan, seed, model, Map.of(), Map.of());
            DryRun.summary(info, terminal);
            DryRun.print(
                    info,
                    Schedule.of(info.cells(), info.rounds(), request.order(), seed),
                    model,
                    plan.timing(),
                    request.jmh(),
                    terminal);
            return ExitCode.FINE;
        }
        try (MachineLock lock = MachineLock.take()) {
            Path folder = create(request.results(), plan.name());
            Map<String, String> environment = new LinkedHashMap<>(Environment.capture());
            Map<String, String> identity =
                    Identity.of(stock.classPath(), forks(request, plan).jvm(), environment);
            environment.putAll(Environment.load());
            RunInfo info = info(
                    String.valueOf(folder.getFileName()), request, stock, plan, seed, model, environment, identity);
            info = info.with(PayloadDigests.of(info.payloads(), forks(request, plan), stock.classPath()));
            Json.writeInfo(info, folder.resolve(RunFolder.INFO));
            DryRun.summary(info, terminal);
            return new RunSession(folder, stock, benchmarks, model, terminal)
                    .carryOut(new Run(info, List.of(), List.of(), List.of(), RunEnd.UNFINISHED));
        }
    }

    private static int resume(Path folder, boolean dryRun, Terminal terminal) throws UsageException, IOException {
        Run done = RunFolder.read(folder);
        Stock stock =
                Stock.with(done.info().plan().userJars().stream().map(Path::of).toList());
        Map<String, String> identity = Identity.of(
                stock.classPath(), ForkSettings.of(done.info(), folder).jvm(), Environment.capture());
        List<String> changes = Identity.changes(done.info().settings(), identity);
        if (!changes.isEmpty()) {
            throw new UsageException("cannot go on with " + folder + ": " + String.join("; ", changes)
                    + ": forks from before and after would not be comparable; start a new run");
        }
        int left =
                done.info().cells().size() * done.info().rounds() - done.forks().size();
        terminal.out()
                .println("Going on with " + folder + ": "
                        + Terminal.count(done.forks().size(), "fork") + " done, at most " + left + " left");
        if (dryRun) {
            return ExitCode.FINE;
        }
        Benchmarks benchmarks = Benchmarks.onClassPath();
        TimeModel model = new TimeModel(benchmarks, done.info().payloads());
        try (MachineLock lock = MachineLock.take()) {
            try {
                ResultsFolder.prove(folder);
            } catch (IOException e) {
                throw new UsageException(unwritable(folder, e));
            }
            return new RunSession(folder, stock, benchmarks, model, terminal).carryOut(done);
        }
    }

    private static Path create(Path parent, String name) throws UsageException {
        try {
            return ResultsFolder.create(parent, Instant.now(), Identity.host(), name);
        } catch (IOException e) {
            throw new UsageException(unwritable(parent, e));
        }
    }

    private static String unwritable(Path folder, IOException e) {
        return "cannot write results to " + folder.toAbsolutePath() + " (" + UsageException.reason(e)
                + "): nothing was measured; --results names another place";
    }

    private static double estimate(Plan plan, TimeModel model, RunRequest request, Offer offer) {
        double planned = model.run(plan.cells(), plan.rounds(), plan.timing(), request.jmh());
        if (!Presets.triesEveryPair(plan.name())) {
            return planned;
        }
        int codecs = offer.codecs().size();
        return planned
                - model.probes(plan.cells())
                + model.probes(codecs, codecs * offer.payloads().size());
    }

    private static RunInfo info(
            String id,
            RunRequest request,
            Stock stock,
            Plan plan,
            long seed,
            TimeModel model,
            Map<String, String> environment,
            Map<String, String> identity) {
        List<Cell> cells = plan.cells();
        Set<String> codecs = new HashSet<>();
        Set<String> payloads = new HashSet<>();
        cells.forEach(cell -> {
            codecs.add(cell.codec());
            payloads.add(cell.payload());
        });
        Offer offer = stock.offer();
        boolean all = Presets.triesEveryPair(plan.name());
        return new RunInfo(
                id,
                plan.name(),
                request.typed(),
                seed,
                plan.rounds(),
                estimate(plan, model, request, offer),
                Instant.now(),
                settings(request, plan, identity, stock.opens(codecs)),
                environment,
                stock.jars().libraries(),
                offer.codecs().stream()
                        .filter(codec -> all || codecs.contains(codec.id()))
                        .toList(),
                offer.payloads().stream()
                        .filter(payload -> all || payloads.contains(payload.id()))
                        .toList(),
                cells,
                Stream.concat(plan.notes().stream(), stock.notes(codecs).stream())
                        .toList(),
                recorded(request, plan));
    }

    /** What the run is gone on with, and reported by: whatever options are called by then. */
    private static RunPlan recorded(RunRequest request, Plan plan) {
        Duration budget = request.budget();
        Duration deadline = request.deadline();
        return new RunPlan(
                request.jmh().words(),
                plan.timing().times(),
                request.order().label(),
                request.pin(),
                request.own().userJars.stream()
                        .map(jar -> jar.toAbsolutePath().toString())
                        .toList(),
                budget == null ? null : budget.toMillis() / 1e3,
                deadline == null ? null : deadline.toMillis() / 1e3);
    }

    private static ForkSettings forks(RunRequest request, Plan plan) {
        return ForkSettings.of(request.jmh(), plan.timing(), request.pin(), 0, Path.of(""));
    }

    private static Map<String, String> settings(
            RunRequest request, Plan plan, Map<String, String> identity, Map<String, List<String>> opens) {
        Map<String, String> settings = new LinkedHashMap<>(Timings.settings(plan.timing()));
        settings.put("-f", plan.rounds() + " (rounds)");
        settings.put("order", request.order().label());
        settings.put("pin", request.pin());
        ForkSettings forks = forks(request, plan);
        forks.threads().ifPresent(threads -> settings.put("threads", threads));
        settings.put("jvm", forks.jvm());
        settings.put("flags", String.join(" ", forks.flags()));
        if (!opens.isEmpty()) {
            settings.put(RunInfo.OPENS, String.valueOf(opens));
        }
        @Nullable String budget = request.own().budget;
        if (budget != null) {
            settings.put("budget", budget);
        }
        settings.putAll(identity);
        return settings;
    }
}
