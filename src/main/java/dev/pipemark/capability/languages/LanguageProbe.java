package dev.pipemark.capability.languages;

import dev.pipemark.api.WireFormat;
import dev.pipemark.capability.AskedValues;
import dev.pipemark.capability.Parallel;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.Leg;
import dev.pipemark.worker.Hello;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Finds out which of Java's values travel to programs in other languages and back. A Java worker encodes a value.
 * The program decodes it, describes it, and encodes it again. The Java worker compares the description and the
 * returned value with the original. This process handles only bytes and never runs a codec.
 */
public final class LanguageProbe {
    private static final String JAVA = "Java";

    /** One codec and one language. */
    public record Row(String codec, Language language) {}

    /**
     * The results of one row.
     *
     * @param runtime the language and its implementation, as the program states them; empty if the program never started
     * @param libraries the library with its version, by format. Formats that the program does not have are missing
     */
    public record Result(Row row, List<LanguageCheck> checks, String runtime, Map<String, String> libraries) {}

    private final WorkerSettings settings;
    private final BooleanSupplier stopped;

    /**
     * Creates a probe.
     *
     * @param settings the settings of the Java workers. Their deadline and their folder of logs hold for all workers.
     * @param stopped whether the probe must end early. Finished checks are kept.
     */
    public LanguageProbe(WorkerSettings settings, BooleanSupplier stopped) {
        this.settings = settings;
        this.stopped = stopped;
    }

    /**
     * Tries all values with all rows, a few rows at a time.
     *
     * @param values the ids of values, each of {@link PlainValues} or of a payload
     * @param finished receives each row that is finished. It is called on several threads.
     * @return a result for each row, in order. Values that a codec has no format for have no check.
     * @throws IOException if a row fails, which is an error of the suite
     */
    public List<Result> run(List<Row> rows, List<String> values, Consumer<Result> finished) throws IOException {
        return Parallel.map(rows, row -> {
            Result result = new Trials(row).of(values);
            finished.accept(result);
            return List.of(result);
        });
    }

    /** The trials of one row, one after another. */
    private final class Trials {
        private final Row row;
        private final List<LanguageCheck> checks = new ArrayList<>();
        private final Map<String, String> libraries = new LinkedHashMap<>();
        private String runtime = "";

        Trials(Row row) {
            this.row = row;
        }

        Result of(List<String> values) {
            try (Side java = new Side(() -> Worker.serving(settings, row.codec(), LanguageService.class))) {
                Map<WireFormat, List<String>> byFormat = new LinkedHashMap<>();
                for (String value : values) {
                    format(java, value)
                            .ifPresent(format -> byFormat.computeIfAbsent(format, key -> new ArrayList<>())
                                    .add(value));
                }
                byFormat.forEach((format, of) -> inFormat(java, format, of));
            }
            return new Result(row, List.copyOf(checks), runtime, libraries);
        }

        private Optional<WireFormat> format(Side java, String value) {
            if (stopped.getAsBoolean()) {
                return Optional.empty();
            }
            try {
                return Answers.format(ask(java, LanguageService.FORMAT, value));
            } catch (IOException e) {
                add("", value, Legs.failed(JAVA, e), Leg.untried(""));
                return Optional.empty();
            }
        }

        private void inFormat(Side java, WireFormat format, List<String> values) {
            String missing = row.language().missing();
            try (Side foreign = new Side(
                    () -> Worker.foreign(row.language().command(), format, settings.logs(), settings.deadline()))) {
                if (missing.isEmpty()) {
                    missing = greeting(foreign, format);
                }
                for (String value : values) {
                    if (stopped.getAsBoolean()) {
                        return;
                    } else if (missing.isEmpty()) {
                        trial(java, foreign, format.name(), value);
                    } else {
                        add(format.name(), value, Leg.untried(missing), Leg.untried(missing));
                    }
                }
            }
        }

        /** Starts the program. Returns why it cannot serve, or an empty text. */
        private String greeting(Side foreign, WireFormat format) {
            try {
                Hello hello = foreign.greet();
                runtime = hello.runtime();
                libraries.put(format.name(), hello.libraryVersion());
                return "";
            } catch (IOException e) {
                return Legs.reason(e);
            }
        }

        private void trial(Side java, Side foreign, String format, String value) {
            byte[] encoded;
            try {
                encoded = ask(java, LanguageService.ENCODE, value);
            } catch (IOException e) {
                add(format, value, Legs.failed(JAVA, e), Leg.untried("Java did not encode it"));
                return;
            }
            Leg there = leg(
                    foreign,
                    examiner -> examiner.describe(encoded).getBytes(StandardCharsets.UTF_8),
                    java,
                    LanguageService.SEEN,
                    value);
            Leg back = leg(foreign, examiner -> examiner.echo(encoded), java, LanguageService.BACK, value);
            add(format, value, there, back);
        }

        /** Asks the program, and has the Java worker judge its answer. */
        private Leg leg(Side foreign, Side.Request<byte[]> request, Side java, int judged, String value) {
            byte[] answer;
            try {
                answer = foreign.ask(request);
            } catch (IOException e) {
                return Legs.failed(row.language().name(), e);
            }
            try {
                return Legs.arrived(Answers.arrival(ask(java, judged, value, answer)));
            } catch (IOException e) {
                return Legs.failed(JAVA, e);
            }
        }

        private static byte[] ask(Side java, int question, String value, byte... content) throws IOException {
            byte[] asked = AskedValues.question(value, content);
            return java.ask(examiner -> examiner.ask(question, asked));
        }

        private void add(String format, String value, Leg there, Leg back) {
            checks.add(new LanguageCheck(row.codec(), row.language().name(), format, value, there, back));
        }
    }
}
