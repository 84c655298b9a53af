package dev.pipemark.result;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A fork's note on its way to the runner: {@link Properties}, with {@code metric.<id>} and {@code fact.<name>}. Not JSON
 * as everything else: a fork ends by writing its note, and a cold data binder takes longer for it than the fork
 * measures.
 */
public final class NoteFile {
    private static final String METRIC = "metric.";
    private static final String FACT = "fact.";

    private NoteFile() {}

    /**
     * @throws IOException when the file cannot be written
     */
    public static void write(ForkNote note, Path file) throws IOException {
        Properties lines = new Properties();
        note.metrics().forEach((metric, value) -> lines.setProperty(METRIC + metric.id(), Double.toString(value)));
        note.facts().forEach((name, value) -> lines.setProperty(FACT + name, value));
        // In one step: a fork that is killed while it writes leaves no note, rather than a part of one.
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            lines.store(out, null);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @throws IOException when the file is not there, cannot be read, or is not what {@link #write} wrote
     */
    public static ForkNote read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        Map<String, String> facts = new TreeMap<>();
        for (Metric metric : Metric.values()) {
            String value = lines.getProperty(METRIC + metric.id());
            if (value != null) {
                metrics.put(metric, number(value, file));
            }
        }
        for (String name : lines.stringPropertyNames()) {
            if (name.startsWith(FACT)) {
                facts.put(name.substring(FACT.length()), lines.getProperty(name));
            }
        }
        return new ForkNote(metrics, facts);
    }

    private static double number(String value, Path file) throws IOException {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IOException(file + " cannot be read: '" + value + "' is not a number", e);
        }
    }
}
