package dev.pipemark.record;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a results folder. Every file is plain JSON (RFC 8259). The numbers that JSON lacks are the strings
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}. Instants are ISO 8601. Metrics have their ids as names.
 */
public final class Json {
    private static final JsonMapper LINE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonMapper FILE =
            LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String PLAN = "plan";
    private static final String ARMS = "arms";

    private Json() {}

    /** Returns one line without its line end: an object with one name, which is the kind of the line. */
    public static String line(JournalLine line) {
        if (line instanceof JournalLine.CheckLine check) {
            return LINE.writeValueAsString(Map.of("check", check.check()));
        } else if (line instanceof JournalLine.SizesLine sizes) {
            return LINE.writeValueAsString(Map.of("sizes", sizes.sizes()));
        } else if (line instanceof JournalLine.ForkLine fork) {
            return LINE.writeValueAsString(Map.of("fork", fork.fork()));
        } else if (line instanceof JournalLine.SittingLine sitting) {
            return LINE.writeValueAsString(Map.of("sitting", sitting.forks()));
        }
        return LINE.writeValueAsString(Map.of("end", ((JournalLine.EndLine) line).end()));
    }

    /**
     * Reads a line that {@link #line} made.
     *
     * @throws IllegalArgumentException if it is not such a line; the message says why
     */
    public static JournalLine readLine(String line) {
        try {
            JsonNode tree = LINE.readTree(line);
            if (!tree.isObject() || tree.size() != 1) {
                throw new IllegalArgumentException(
                        "expected an object with one of the names check, sizes, fork, sitting, end");
            }
            String kind = tree.propertyNames().iterator().next();
            JsonNode value = tree.get(kind);
            return switch (kind) {
                case "check" -> new JournalLine.CheckLine(LINE.treeToValue(value, PairCheck.class));
                case "sizes" -> new JournalLine.SizesLine(LINE.treeToValue(value, PairSizes.class));
                case "fork" -> new JournalLine.ForkLine(LINE.treeToValue(value, Fork.class));
                case "sitting" -> new JournalLine.SittingLine(List.of(LINE.treeToValue(value, Fork[].class)));
                case "end" -> new JournalLine.EndLine(LINE.treeToValue(value, RunEnd.class));
                default ->
                    throw new IllegalArgumentException("'" + kind
                            + "' is none of check, sizes, fork, sitting, end: was it written by a newer version?");
            };
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /**
     * Writes {@code run.json}.
     *
     * @throws IOException if the file cannot be written; an earlier file is then still whole
     */
    public static void writeInfo(RunInfo info, Path file) throws IOException {
        write(FILE.writeValueAsBytes(info), file);
    }

    /**
     * Reads {@code run.json}, also that of an earlier version.
     *
     * @throws IOException if the file does not exist, cannot be read, or is not a file of {@link #writeInfo}
     */
    public static RunInfo readInfo(Path file) throws IOException {
        return read(file, RunInfo.class, Json::withPlan);
    }

    /**
     * Writes a matrix.
     *
     * @throws IOException if the file cannot be written; an earlier file is then still whole
     */
    public static void writeMatrix(Matrix matrix, Path file) throws IOException {
        write(FILE.writeValueAsBytes(matrix), file);
    }

    /**
     * Reads a matrix.
     *
     * @throws IOException if the file does not exist, cannot be read, or is not a file of {@link #writeMatrix}
     */
    public static Matrix readMatrix(Path file) throws IOException {
        return read(file, Matrix.class, tree -> tree);
    }

    /**
     * Writes the matrix of other languages.
     *
     * @throws IOException if the file cannot be written. An earlier file then stays as it was.
     */
    public static void writeLanguages(LanguageMatrix matrix, Path file) throws IOException {
        write(FILE.writeValueAsBytes(matrix), file);
    }

    /**
     * Reads the matrix of other languages.
     *
     * @throws IOException if there is no such file, or if {@link #writeLanguages} did not write it
     */
    public static LanguageMatrix readLanguages(Path file) throws IOException {
        return read(file, LanguageMatrix.class, tree -> tree);
    }

    /** Adds the plan or its arms to a file of an earlier version. */
    private static JsonNode withPlan(JsonNode info) {
        if (info instanceof ObjectNode object && !object.has(PLAN)) {
            List<String> commandLine = new ArrayList<>();
            object.path("commandLine").forEach(word -> commandLine.add(word.asString()));
            Map<String, String> settings = new LinkedHashMap<>();
            object.path("settings")
                    .properties()
                    .forEach(setting ->
                            settings.put(setting.getKey(), setting.getValue().asString()));
            object.set(PLAN, FILE.valueToTree(EarlierPlan.of(commandLine, settings)));
        } else if (info.get(PLAN) instanceof ObjectNode plan && !plan.has(ARMS)) {
            plan.putArray(ARMS);
        }
        return info;
    }

    private static <T> T read(Path file, Class<T> type, UnaryOperator<JsonNode> upgrade) throws IOException {
        byte[] bytes = Packed.read(file);
        try {
            T value = FILE.treeToValue(upgrade.apply(FILE.readTree(bytes)), type);
            if (value == null) {
                throw new IOException(file + " has no content");
            }
            return value;
        } catch (JacksonException e) {
            throw new IOException(file + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes in one step, so that a reader never sees half a file, not even after a power cut. */
    private static void write(byte[] bytes, Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
