package dev.pipemark.cli;

import dev.pipemark.api.Codec;
import dev.pipemark.capability.ContractProbe;
import dev.pipemark.capability.MatrixProbe;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.capability.ValueProbe;
import dev.pipemark.capability.page.MatrixReports;
import dev.pipemark.machine.Environment;
import dev.pipemark.machine.Identity;
import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import dev.pipemark.record.Carrying;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.Json;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.RemedyFacts;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.remedies.Remedies;
import dev.pipemark.remedies.Remedy;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Globs;
import dev.pipemark.run.Interruption;
import dev.pipemark.run.ResultsFolder;
import dev.pipemark.run.Stock;
import dev.pipemark.worker.WorkFolder;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The command {@code probe}, which finds out which values each codec carries and writes a report. */
final class ProbeCommand {
    /** The time limit of one answer. It is many times the slowest answer. A longer one counts as a hang. */
    static final Duration DEADLINE = Duration.ofSeconds(20);
    /** The time limit of an answer about contracts, which may involve thousands of messages. */
    private static final Duration CONTRACT_DEADLINE = Duration.ofSeconds(30);

    /**
     * Flags for workers that start fast, because nothing is timed. The stack is large enough for a depth of 1,000,
     * whether or not the code is compiled yet.
     */
    private static final List<String> FLAGS =
            List.of("-Xmx512m", "-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final ProbeOptions options;
    private final Terminal terminal;

    private ProbeCommand(ProbeOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    static int execute(List<String> args, Terminal terminal) throws UsageException, IOException {
        ProbeOptions options = new ProbeOptions();
        CommandLine parser = new CommandLine(options).setExpandAtFiles(false);
        try {
            parser.parseArgs(args.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw UsageException.of("probe", e);
        }
        if (options.help.asked) {
            terminal.out().print(parser.getUsageMessage());
            return ExitCode.FINE;
        }
        if (options.languages) {
            return LanguagesCommand.execute(options, terminal);
        } else if (!options.workers.isEmpty()) {
            return ConformanceCommand.execute(options, terminal);
        } else if (options.format != null) {
            throw new UsageException("--format needs --worker: the executable that is tested");
        }
        ProbeCommand command = new ProbeCommand(options, terminal);
        return options.list ? command.list() : command.probe();
    }

    private int list() {
        String group = "";
        for (Value<?> value : values()) {
            if (!group.equals(value.group().label())) {
                group = value.group().label();
                terminal.out().println(group);
            }
            terminal.out().println(Terminal.fit("  " + value.id() + ": " + value.summary(), Terminal.COLUMNS));
        }
        return ExitCode.FINE;
    }

    private List<Value<?>> values() {
        Map<String, Value<?>> all = Values.byId();
        boolean none = options.yours.asked() || options.values.isEmpty() && !options.payloads.isEmpty();
        if (none && !options.list) {
            return List.of();
        }
        return options.values.isEmpty()
                ? List.copyOf(all.values())
                : Globs.of("value", options.values, List.copyOf(all.keySet())).stream()
                        .<Value<?>>map(all::get)
                        .toList();
    }

    /**
     * The result of probing payloads.
     *
     * @param stock the suite with which to measure them
     * @param unfilled sentences about the values, such as on fields that are null or empty in all of them
     */
    record Probed(Stock stock, Matrix matrix, List<String> unfilled, boolean interrupted) {}

    /** Probes classes of the user's own with the codecs that the user names, or else with every codec. Prints the result. */
    static Probed ofPayloads(Stock stock, Yours yours, Path results, Terminal terminal)
            throws UsageException, IOException {
        ProbeOptions options = new ProbeOptions();
        options.results = results;
        options.codecs = yours.codecs();
        ProbeCommand command = new ProbeCommand(options, terminal);
        return command.probe(stock, codecs(options, stock), new Subjects(List.of(), yours.payloads(), yours));
    }

    private int probe() throws UsageException, IOException {
        if (!options.yours.asked()) {
            options.yours.requireNone();
        }
        List<Value<?>> values = values();
        Yours yours = options.yours.asked()
                ? Yours.of(options.yours, valuesFile(), options.userJars.paths, options.codecs)
                : null;
        try (WorkFolder temporary = WorkFolder.create("pipemark-yours-")) {
            Stock stock =
                    yours == null ? Stock.with(options.userJars.paths, options.codecs) : yours.stock(temporary.path());
            Probed probed = probe(stock, values, yours);
            return probed.interrupted() ? ExitCode.INTERRUPTED : ExitCode.FINE;
        }
    }

    private Probed probe(Stock stock, List<Value<?>> values, @Nullable Yours yours) throws UsageException, IOException {
        ListCommands.broken(stock, terminal);
        List<String> payloads = new ArrayList<>(yours == null ? List.of() : yours.payloads());
        if (!options.payloads.isEmpty()) {
            payloads.addAll(Globs.payloads(options.payloads, stock.offer()));
        }
        return probe(stock, codecs(options, stock), new Subjects(values, payloads, yours));
    }

    /** The codecs that the options name, or all. */
    static List<Codec> codecs(ProbeOptions options, Stock stock) {
        return options.codecs.isEmpty()
                ? stock.catalog().codecs()
                : Globs.of("codec", options.codecs, stock.offer().codecIds()).stream()
                        .map(stock.catalog()::codec)
                        .toList();
    }

    private @Nullable Path valuesFile() {
        return options.values.isEmpty() ? null : Path.of(String.join(",", options.values));
    }

    private Probed probe(Stock first, List<Codec> codecs, Subjects subjects) throws UsageException, IOException {
        Instant started = Instant.now();
        Interruption interruption = new Interruption();
        try (Signals signals = Signals.to(interruption);
                WorkFolder temporary = WorkFolder.create("pipemark-probe-")) {
            Path work = temporary.path();
            // Values that cannot be made leave no folder behind.
            ValueProbe.Originals originals =
                    subjects.originals(new MatrixProbe(settings(first, work, DEADLINE), interruption::requested));
            Stock stock = subjects.stock(first, originals, options.results);
            List<String> unfilled = subjects.unfilled(originals, stock);
            WorkerSettings settings = settings(stock, work, DEADLINE);
            MatrixProbe probe = new MatrixProbe(settings, interruption::requested);
            Path folder = folder(options.results, started, "probe");
            List<ValueCheck> checks = checks(probe, originals, codecs, subjects);
            Matrix matrix = matrix(
                    stock, codecs, subjects, checks, settings, folder, started, ended(interruption, "interrupted"));
            // The results of the values are written first, so they stay even if the contracts fail.
            boolean whole = matrix.ended().equals(Matrix.COMPLETE);
            write(
                    options.contracts && whole
                            ? matrix.with(List.of(), matrix.remedies(), Matrix.CONTRACTS_CUT)
                            : matrix,
                    folder);
            if (options.contracts && !interruption.requested()) {
                List<ContractCheck> contracts = contracts(stock, codecs, matrix.checks(), work, interruption);
                matrix = matrix.with(
                        contracts, demonstrated(work, interruption), ended(interruption, Matrix.CONTRACTS_CUT));
                write(matrix, folder);
            }
            TravelLines.of(matrix).forEach(terminal.out()::println);
            unfilled.forEach(line -> Terminal.wrap(line, Terminal.COLUMNS).forEach(terminal.out()::println));
            MatrixReports.summary(matrix, Terminal.COLUMNS).forEach(terminal.out()::println);
            terminal.out().println("Report: " + folder.resolve("report.md"));
            return new Probed(
                    stock.carrying(originals.carryings(times(probe, codecs, stock))),
                    matrix,
                    unfilled,
                    interruption.requested());
        }
    }

    /** Returns the times of the codecs, by payload and codec. Each codec is in the form in which its forks run. */
    private static Map<String, Map<String, Carrying.Coder>> times(MatrixProbe probe, List<Codec> codecs, Stock stock) {
        Map<String, Map<String, Carrying.Coder>> times = new LinkedHashMap<>();
        for (Codec codec : codecs) {
            List<String> flags = stock.opens().getOrDefault(codec.id(), List.of());
            probe.times(new MatrixProbe.Row(codec.id(), flags))
                    .forEach((payload, measured) -> times.computeIfAbsent(payload, each -> new LinkedHashMap<>())
                            .put(codec.id(), measured));
        }
        return times;
    }

    private static void write(Matrix matrix, Path folder) throws IOException {
        Json.writeMatrix(matrix, folder.resolve(Matrix.FILE));
        MatrixReports.write(matrix, folder);
    }

    private static double seconds(Instant started) {
        return Duration.between(started, Instant.now()).toMillis() / 1e3;
    }

    static WorkerSettings settings(Stock stock, Path work, Duration deadline) {
        List<String> flags = new ArrayList<>(FLAGS);
        // A killed worker may leave a value's files behind. They are deleted with this folder.
        flags.add("-Djava.io.tmpdir=" + work);
        return new WorkerSettings(stock.classPath(), flags, work, deadline);
    }

    /** Makes a folder of results. Its name ends with the given name. */
    static Path folder(Path results, Instant started, String name) throws UsageException {
        try {
            return ResultsFolder.create(results, started, Identity.host(), name);
        } catch (ResultsFolder.UnwritableException e) {
            throw new UsageException(e.getMessage() + ": choose another place with --results");
        }
    }

    private List<ValueCheck> checks(
            MatrixProbe probe, ValueProbe.Originals originals, List<Codec> codecs, Subjects subjects)
            throws IOException {
        List<MatrixProbe.Row> rows = rows(codecs);
        terminal.out()
                .println("Probing " + subjects.told() + " with " + Names.count(codecs.size(), "codec") + ", in "
                        + Names.count(rows.size(), "row"));
        AtomicInteger finished = new AtomicInteger();
        return PayloadValues.folded(probe.run(
                rows,
                originals,
                (row, of) -> progress(row, PayloadValues.folded(of), finished.incrementAndGet(), rows.size())));
    }

    private static Matrix matrix(
            Stock stock,
            List<Codec> codecs,
            Subjects subjects,
            List<ValueCheck> checks,
            WorkerSettings settings,
            Path folder,
            Instant started,
            String ended)
            throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(Environment.capture());
        environment.put(Matrix.WORKER_FLAGS, String.join(" ", FLAGS));
        return new Matrix(
                String.valueOf(folder.getFileName()),
                started,
                seconds(started),
                ended,
                Identity.of(stock.classPath(), settings.launcher(), environment),
                environment,
                stock.offer().codecs().stream()
                        .filter(codec ->
                                codecs.stream().anyMatch(each -> each.id().equals(codec.id())))
                        .toList(),
                subjects.facts(stock.catalog()),
                checks,
                List.of(),
                listed());
    }

    private static String ended(Interruption interruption, String otherwise) {
        return interruption.requested() ? otherwise : Matrix.COMPLETE;
    }

    /** Returns the remedies without running them. */
    private static List<RemedyFacts> listed() {
        return Remedies.all().stream()
                .map(remedy -> new RemedyFacts(remedy.id(), remedy.title(), remedy.problem(), List.of()))
                .toList();
    }

    /** Runs the remedies. This is done only with contracts, which take longer anyway. */
    private static List<RemedyFacts> demonstrated(Path work, Interruption interruption) throws IOException {
        List<RemedyFacts> facts = new ArrayList<>();
        for (Remedy remedy : Remedies.all()) {
            List<RemedyFacts.Step> steps =
                    interruption.requested() ? List.of() : run(remedy, work.resolve(remedy.id()));
            facts.add(new RemedyFacts(remedy.id(), remedy.title(), remedy.problem(), steps));
        }
        return facts;
    }

    private static List<RemedyFacts.Step> run(Remedy remedy, Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            return remedy.demonstrate(folder).stream()
                    .map(step -> new RemedyFacts.Step(step.did(), step.saw()))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the remedies were interrupted", e);
        } catch (Exception e) {
            // The matrix is written even if a remedy fails.
            return List.of(new RemedyFacts.Step("wrong: the remedy itself", "it failed: " + e.getMessage()));
        }
    }

    private List<ContractCheck> contracts(
            Stock stock, List<Codec> codecs, List<ValueCheck> checks, Path work, Interruption interruption)
            throws IOException {
        terminal.out().println("Trying properties that do not depend on the value");
        AtomicInteger finished = new AtomicInteger();
        return new ContractProbe(settings(stock, work, CONTRACT_DEADLINE), work, interruption::requested)
                .run(
                        codecs,
                        checks,
                        (codec, of) -> terminal.out()
                                .println(finished.incrementAndGet() + "/" + codecs.size() + " " + codec + ": "
                                        + of.size() + " contracts"));
    }

    private static List<MatrixProbe.Row> rows(List<Codec> codecs) {
        List<MatrixProbe.Row> rows = new ArrayList<>();
        for (Codec codec : codecs) {
            rows.add(new MatrixProbe.Row(codec.id(), List.of()));
            if (!codec.opens().isEmpty()) {
                rows.add(new MatrixProbe.Row(codec.id(), Stock.opening(codec)));
            }
        }
        return rows;
    }

    private synchronized void progress(MatrixProbe.Row row, List<ValueCheck> checks, int n, int of) {
        long carried =
                checks.stream().filter(check -> check.outcome().carries()).count();
        terminal.out()
                .println(n + "/" + of + " " + row.codec() + (row.flags().isEmpty() ? "" : " +opens") + ": carries "
                        + carried + " of " + checks.size());
    }
}
