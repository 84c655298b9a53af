package dev.pipemark.yours.read;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Values from a file. The value of a seed is read anew each time, so that no two values are the same object. Seeds beyond
 * the number of values begin again with the first value.
 */
public final class FileValues {
    /** The endings of files that can be read. */
    public static final Set<String> ENDINGS = Set.of("json", "jsonl", "ndjson", "ser");

    private FileValues() {}

    /**
     * Reads all values of a file.
     *
     * @param ending the ending of the file's name, one of {@link #ENDINGS}
     * @param type the type of the values. Objects of Java's serialization name their classes themselves.
     * @return the values by seed
     * @throws IOException if the file is damaged or has no value
     */
    public static LongFunction<Object> read(byte[] file, String ending, Type type, ClassLoader loader)
            throws IOException {
        return ending.equals("ser") ? new JavaValues(file, loader) : new JsonValues(file, type);
    }

    /**
     * Returns values that Java's serialization has written.
     *
     * @param values the values, each in a stream of its own
     */
    public static LongFunction<Object> written(List<byte[]> values, ClassLoader loader) {
        return new JavaValues(values, loader);
    }
}
