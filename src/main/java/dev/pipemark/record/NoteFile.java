package dev.pipemark.record;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file in which a fork hands its note to the runner: the number of metrics, each with its id and value, then the
 * number of facts, each with its name and value. It is neither JSON nor {@link java.util.Properties}. A fork writes its
 * note at its end. A cold data binder would take longer than the fork measures, and a properties file with its date
 * nearly as long.
 */
public final class NoteFile {
    private static final int MARK = 0x4e4f5445;

    private NoteFile() {}

    /**
     * Writes a note.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(ForkNote note, Path file) throws IOException {
        // In one step, so that a fork that is killed while it writes leaves no part of a note.
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            out.writeInt(MARK);
            out.writeInt(note.metrics().size());
            for (Map.Entry<Metric, Double> metric : note.metrics().entrySet()) {
                write(metric.getKey().id(), out);
                out.writeDouble(metric.getValue());
            }
            out.writeInt(note.facts().size());
            for (Map.Entry<String, String> fact : note.facts().entrySet()) {
                write(fact.getKey(), out);
                write(fact.getValue(), out);
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a note.
     *
     * @throws IOException if the file does not exist, cannot be read, or is not a file of {@link #write}
     */
    public static ForkNote read(Path file) throws IOException {
        Map<String, Metric> known = new TreeMap<>();
        for (Metric metric : Metric.values()) {
            known.put(metric.id(), metric);
        }
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        Map<String, String> facts = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MARK) {
                throw new IOException(file + " is not a fork's note: something else wrote it");
            }
            for (int left = in.readInt(); left > 0; left--) {
                String id = text(in);
                Metric metric = known.get(id);
                if (metric == null) {
                    throw new IOException(file + " cannot be read: there is no metric '" + id + "'");
                }
                metrics.put(metric, in.readDouble());
            }
            for (int left = in.readInt(); left > 0; left--) {
                facts.put(text(in), text(in));
            }
        } catch (EOFException e) {
            throw new IOException(file + " cannot be read: it ends too early", e);
        }
        return new ForkNote(metrics, facts);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Allocates no more than the bytes that arrive, whatever length is announced. */
    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
