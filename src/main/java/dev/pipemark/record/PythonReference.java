package dev.pipemark.record;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The measurements of {@code scripts/python-reference}: CPython's own pools and serializers on the payloads with the same
 * ids. Lists of numbers have one number for each repeat, in order. A part that was not measured is empty.
 *
 * @param started the time at which the first measurement began
 * @param python the version of Python
 * @param implementation the implementation of Python, such as {@code CPython}
 * @param machine facts by dotted name, with the names of a run's environment
 * @param repeats the number of repeats; each repeat measures all configurations in turn
 */
public record PythonReference(
        Instant started,
        String python,
        String implementation,
        Map<String, String> machine,
        int repeats,
        List<PoolRow> pool,
        List<SubmitRow> submit,
        List<CodingRow> coding,
        List<Missing> missing) {
    /** The path of the file in a folder of results. */
    public static final String FILE = "python/reference.json";

    private static final int FORMAT = 2;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    public PythonReference {
        machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
        pool = List.copyOf(pool);
        submit = List.copyOf(submit);
        coding = List.copyOf(coding);
        missing = List.copyOf(missing);
    }

    /**
     * Tasks mapped over a pool.
     *
     * @param library {@code multiprocessing.Pool} or {@code concurrent.futures}
     * @param start the way in which its workers started: {@code fork} or {@code spawn}
     * @param codec {@code pickle}, or a library whose bytes pickle carried
     * @param chunk {@code 1}, or {@code default} for ceil(n / (4·workers))
     * @param tasks the number of tasks in one call of map
     * @param perSecond tasks per second
     * @param parentCpuNanos CPU time of the calling process for one task, in ns
     * @param workerCpuNanos CPU time of all workers for one task, in ns; empty if the system does not report it
     */
    public record PoolRow(
            String library,
            String start,
            String codec,
            String payload,
            int workers,
            String chunk,
            int tasks,
            List<Double> perSecond,
            List<Double> parentCpuNanos,
            List<Double> workerCpuNanos) {
        public PoolRow {
            perSecond = measured(perSecond, "perSecond");
            parentCpuNanos = measured(parentCpuNanos, "parentCpuNanos");
            workerCpuNanos = finite(workerCpuNanos, "workerCpuNanos");
        }
    }

    /**
     * One task at a time.
     *
     * @param nanos the mean time from a call to its result in each repeat, in ns
     */
    public record SubmitRow(String library, String payload, int workers, List<Double> nanos) {
        public SubmitRow {
            nanos = measured(nanos, "nanos");
        }
    }

    /**
     * A serializer within one process.
     *
     * @param version the version of the library, and other facts on which its numbers depend
     * @param encodeNanos the time to dump one value, in ns
     * @param decodeNanos the time to load one value, in ns
     * @param bytes the mean size of a value, 0 if it was refused
     * @param refused the library's own reason for a refusal; empty if it carries the values
     */
    public record CodingRow(
            String library,
            String version,
            String payload,
            List<Double> encodeNanos,
            List<Double> decodeNanos,
            double bytes,
            String refused) {
        public CodingRow {
            encodeNanos = refused.isEmpty() ? measured(encodeNanos, "encodeNanos") : List.of();
            decodeNanos = refused.isEmpty() ? measured(decodeNanos, "decodeNanos") : List.of();
        }
    }

    /**
     * A library that could not be measured.
     *
     * @param why the reason, in one line
     */
    public record Missing(String library, String why) {}

    /**
     * Reads the file of the script in the folder that holds the folders of runs.
     *
     * @return empty if the script has not run
     * @throws IOException if the file cannot be read; the message is one sentence that says what to do
     */
    public static Optional<PythonReference> in(Path resultsRoot) throws IOException {
        Path file = resultsRoot.resolve(FILE);
        try {
            return Optional.of(parse(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw unreadable(file, where(e) + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static PythonReference parse(byte[] json) {
        JsonNode tree = MAPPER.readTree(json);
        JsonNode format = tree.path("format");
        // The format comes first, since it decides the meaning of the rest.
        if (!format.isInt() || format.intValue() != FORMAT) {
            throw new IllegalArgumentException("its format is " + (format.isMissingNode() ? "not given" : format)
                    + ", but this version reads " + FORMAT);
        }
        return MAPPER.treeToValue(tree, PythonReference.class);
    }

    /** Returns the names and indices that lead to the place of an error; empty if there is no place. */
    private static String where(JacksonException e) {
        String place = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
        return place.isEmpty() ? "" : place + ": ";
    }

    private static IOException unreadable(Path file, String why, Exception cause) {
        String line = why.lines().findFirst().orElse("");
        return new IOException(file + " cannot be read (" + line + "): run scripts/python-reference again", cause);
    }

    private static List<Double> measured(List<Double> numbers, String name) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(name + " has no numbers");
        }
        return finite(numbers, name);
    }

    private static List<Double> finite(List<Double> numbers, String name) {
        if (!numbers.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(name + " has a value that is not a finite number");
        }
        return List.copyOf(numbers);
    }
}
