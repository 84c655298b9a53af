package dev.pipemark.remedies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * An open file that travels as what it takes to open it again: its path and the position. Both sides must see the file
 * under that path. The same class does it for Java and for Jackson.
 */
final class LogReader implements Serializable, Closeable {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient RandomAccessFile file;

    /** WRONG: has the open file itself among what is to be written, for Java and for Jackson. */
    @SuppressWarnings("serial") // the mistake
    record OpenFile(String path, RandomAccessFile file) implements Serializable {}

    @JsonCreator
    LogReader(@JsonProperty("path") String path, @JsonProperty("position") long position) throws IOException {
        this.path = path;
        file = new RandomAccessFile(path, "r");
        file.seek(position);
    }

    @JsonProperty("path")
    String path() {
        return path;
    }

    /** Asked when the reader leaves, so that what was read until then counts. */
    @JsonProperty("position")
    long position() throws IOException {
        return file.getFilePointer();
    }

    /** What a bean usually has, and Jackson would follow into the JDK's own classes. */
    @JsonIgnore
    public RandomAccessFile getFile() {
        return file;
    }

    String nextLine() throws IOException {
        return String.valueOf(file.readLine());
    }

    private Object writeReplace() {
        try {
            return new Place(path, position());
        } catch (IOException e) {
            throw new UncheckedIOException("the position in " + path + " cannot be told", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** What travels through Java serialization in place of the reader. */
    private record Place(String path, long position) implements Serializable {
        private Object readResolve() {
            try {
                return new LogReader(path, position);
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be opened where it arrived", e);
            }
        }
    }
}
