package dev.pipemark.yours.read;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Values that lie in a file, one after another: the value of a seed is read anew each time, so that no two are one object.
 * There are no more different ones than the file has.
 */
public final class FileValues {
    /** The endings of files that can be read. */
    public static final Set<String> ENDINGS = Set.of("json", "jsonl", "ndjson", "ser");

    private FileValues() {}

    /**
     * @param ending of the file's name, one of {@link #ENDINGS}
     * @param type of the values; what java.io has written says its class itself
     * @throws IOException when the file is damaged, or holds nothing
     */
    public static LongFunction<Object> read(byte[] file, String ending, Type type, ClassLoader loader)
            throws IOException {
        return ending.equals("ser") ? new JavaValues(file, loader) : new JsonValues(file, type);
    }
}
