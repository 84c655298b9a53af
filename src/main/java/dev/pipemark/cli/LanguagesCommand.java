package dev.pipemark.cli;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.capability.languages.Language;
import dev.pipemark.capability.languages.LanguageProbe;
import dev.pipemark.capability.languages.PlainValues;
import dev.pipemark.capability.page.LanguageReports;
import dev.pipemark.machine.Environment;
import dev.pipemark.machine.Identity;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Json;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageFacts;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Globs;
import dev.pipemark.run.Interruption;
import dev.pipemark.run.Stock;
import dev.pipemark.worker.Executable;
import dev.pipemark.worker.WorkFolder;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command {@code probe --languages}, which finds out which values travel to programs in other languages and back. */
final class LanguagesCommand {
    /** The families of plain data. A function belongs to one language, and bytes need no codec. */
    private static final Set<Family> DATA = Set.of(Family.PRIMITIVES, Family.CONTAINERS, Family.INSTANCES);

    private final ProbeOptions options;
    private final Terminal terminal;

    private LanguagesCommand(ProbeOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    static int execute(ProbeOptions options, Terminal terminal) throws UsageException, IOException {
        if (options.contracts || options.yours.asked() || options.format != null) {
            throw new UsageException(
                    "--languages sends plain values and payloads in the formats of the codecs: leave out"
                            + " --contracts, --class and --format");
        }
        LanguagesCommand command = new LanguagesCommand(options, terminal);
        return options.list ? command.list() : command.probe();
    }

    private int list() {
        PlainValues.topics().forEach(topic -> {
            terminal.out().println(topic.label());
            topic.values()
                    .forEach(value -> terminal.out()
                            .println(Terminal.fit("  " + value.id() + ": " + value.summary(), Terminal.COLUMNS)));
        });
        return ExitCode.FINE;
    }

    private int probe() throws UsageException, IOException {
        List<Language> languages = languages();
        Stock stock = Stock.with(options.userJars.paths, options.codecs);
        ListCommands.broken(stock, terminal);
        List<Codec> codecs = ProbeCommand.codecs(options, stock);
        List<ValueFacts> facts = facts(stock);
        Instant started = Instant.now();
        Interruption interruption = new Interruption();
        try (Signals signals = Signals.to(interruption);
                WorkFolder temporary = WorkFolder.create("pipemark-languages-")) {
            WorkerSettings settings = ProbeCommand.settings(stock, temporary.path(), ProbeCommand.DEADLINE);
            Path folder = ProbeCommand.folder(options.results, started, "languages");
            Consumer<LanguageProbe.Result> progress = progress(facts, codecs, languages);
            List<Shape<?>> shapes = shapes(stock, facts);
            List<Codec> tried =
                    codecs.stream().filter(codec -> hasFormat(codec, shapes)).toList();
            List<Codec> others =
                    codecs.stream().filter(codec -> !tried.contains(codec)).toList();
            // No worker needs to start for a codec without a format.
            rows(others, languages)
                    .forEach(row -> progress.accept(new LanguageProbe.Result(row, List.of(), "", Map.of())));
            List<LanguageProbe.Result> results = new LanguageProbe(settings, interruption::requested)
                    .run(rows(tried, languages), ids(facts), progress);
            LanguageMatrix matrix = matrix(
                    stock,
                    codecs,
                    languages,
                    facts,
                    results,
                    settings,
                    folder,
                    started,
                    interruption.requested() ? "interrupted" : Matrix.COMPLETE);
            Json.writeLanguages(matrix, folder.resolve(LanguageMatrix.FILE));
            LanguageReports.write(matrix, folder);
            for (String line : LanguageReports.summary(matrix)) {
                for (String part : Terminal.wrap(line, Terminal.COLUMNS)) {
                    terminal.out().println(Terminal.fit(part, Terminal.COLUMNS));
                }
            }
            terminal.out().println("Report: " + folder.resolve("languages.md"));
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.FINE;
        }
    }

    /** The programs that the suite brings, or those that the user names. */
    private List<Language> languages() throws UsageException {
        if (options.workers.isEmpty()) {
            return Language.built();
        }
        List<Language> languages = new ArrayList<>();
        for (String worker : options.workers) {
            String[] parts = worker.split("=", 2);
            if (parts.length < 2 || !parts[0].matches("[a-z][a-z0-9-]*") || parts[1].isEmpty()) {
                throw new UsageException(
                        "--worker " + worker
                                + ": with --languages write a name in lower case and the executable: --worker rust=./my-worker");
            }
            if (languages.stream().anyMatch(language -> language.name().equals(parts[0]))) {
                throw new UsageException(
                        "--worker " + worker + ": another worker has this name: give each worker its own name");
            }
            try {
                languages.add(new Language(parts[0], Path.of(Executable.of(parts[1]))));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--worker " + worker + ": " + e.getMessage());
            }
        }
        return languages;
    }

    private List<ValueFacts> facts(Stock stock) {
        List<ValueFacts> facts = new ArrayList<>();
        Map<String, Value<?>> known = PlainValues.byId();
        List<String> wanted = !options.values.isEmpty()
                ? Globs.of("value", options.values, List.copyOf(known.keySet()))
                : options.payloads.isEmpty() ? List.copyOf(known.keySet()) : List.of();
        PlainValues.topics()
                .forEach(topic -> topic.values().stream()
                        .filter(value -> wanted.contains(value.id()))
                        .forEach(value -> facts.add(new ValueFacts(value.id(), topic.label(), value.summary()))));
        payloads(stock)
                .forEach(payload -> facts.add(new ValueFacts(
                        payload.id(),
                        ValueFacts.PAYLOADS,
                        payload.shape().type().getTypeName())));
        return facts;
    }

    private Stream<? extends Payload<?>> payloads(Stock stock) {
        Set<String> named =
                options.payloads.isEmpty() ? Set.of() : Set.copyOf(Globs.payloads(options.payloads, stock.offer()));
        boolean all = options.payloads.isEmpty() && options.values.isEmpty();
        return stock.catalog().payloads().stream()
                .filter(payload -> all ? DATA.contains(payload.family()) : named.contains(payload.id()));
    }

    /** A payload is tried by some of its values. */
    private static List<String> ids(List<ValueFacts> facts) {
        return facts.stream()
                .flatMap(value -> value.group().equals(ValueFacts.PAYLOADS)
                        ? PayloadValues.of(value.id()).stream()
                        : Stream.of(value.id()))
                .toList();
    }

    private static List<Shape<?>> shapes(Stock stock, List<ValueFacts> facts) {
        Map<String, Value<?>> known = PlainValues.byId();
        List<Shape<?>> shapes = new ArrayList<>();
        for (ValueFacts value : facts) {
            Value<?> plain = value.group().equals(ValueFacts.PAYLOADS) ? null : known.get(value.id());
            shapes.add(plain == null ? stock.catalog().payload(value.id()).shape() : plain.shape());
        }
        return shapes;
    }

    /** Returns whether a codec has a format for one of these shapes. If it throws, a worker is started and shows the exception. */
    private static boolean hasFormat(Codec codec, List<Shape<?>> shapes) {
        try {
            return shapes.stream().anyMatch(shape -> codec.wireFormat(shape).isPresent());
        } catch (RuntimeException | LinkageError e) {
            return true;
        }
    }

    private static List<LanguageProbe.Row> rows(List<Codec> codecs, List<Language> languages) {
        return codecs.stream()
                .flatMap(codec -> languages.stream().map(language -> new LanguageProbe.Row(codec.id(), language)))
                .toList();
    }

    private Consumer<LanguageProbe.Result> progress(
            List<ValueFacts> facts, List<Codec> codecs, List<Language> languages) {
        int rows = codecs.size() * languages.size();
        terminal.out()
                .println("Sending " + Names.count(facts.size(), "value") + " with "
                        + Names.count(codecs.size(), "codec") + " to "
                        + languages.stream().map(Language::name).collect(Collectors.joining(", ")));
        AtomicInteger finished = new AtomicInteger();
        return result -> finished(result, finished.incrementAndGet(), rows);
    }

    private synchronized void finished(LanguageProbe.Result result, int n, int of) {
        List<LanguageCheck> checks = folded(result.checks());
        long back = checks.stream().filter(check -> check.back().carries()).count();
        terminal.out()
                .println(n + "/" + of + " " + result.row().codec() + " "
                        + result.row().language().name() + ": "
                        + (checks.isEmpty() ? "no format for it" : back + " of " + checks.size() + " came back equal"));
    }

    private static List<LanguageCheck> folded(List<LanguageCheck> checks) {
        return LanguageCheck.worst(checks, PayloadValues::payload);
    }

    private static LanguageMatrix matrix(
            Stock stock,
            List<Codec> codecs,
            List<Language> languages,
            List<ValueFacts> facts,
            List<LanguageProbe.Result> results,
            WorkerSettings settings,
            Path folder,
            Instant started,
            String ended)
            throws IOException {
        Map<String, String> environment = Environment.capture();
        List<String> ids = codecs.stream().map(Codec::id).toList();
        List<CodecFacts> asked = stock.offer().codecs().stream()
                .filter(codec -> ids.contains(codec.id()))
                .toList();
        return new LanguageMatrix(
                String.valueOf(folder.getFileName()),
                started,
                Duration.between(started, Instant.now()).toMillis() / 1e3,
                ended,
                Identity.of(stock.classPath(), settings.launcher(), environment),
                environment,
                asked,
                languages.stream().map(language -> facts(language, results)).toList(),
                facts,
                results.stream()
                        .flatMap(result -> folded(result.checks()).stream())
                        .toList());
    }

    /** Returns the runtime and the libraries of a program, from all of its rows. */
    private static LanguageFacts facts(Language language, List<LanguageProbe.Result> results) {
        String runtime = "";
        Map<String, String> libraries = new LinkedHashMap<>();
        for (LanguageProbe.Result result : results) {
            if (result.row().language().equals(language)) {
                runtime = result.runtime().isEmpty() ? runtime : result.runtime();
                libraries.putAll(result.libraries());
            }
        }
        return new LanguageFacts(language.name(), runtime, libraries);
    }
}
