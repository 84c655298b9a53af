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
 * An open file that is sent as its path and position, from which the receiver opens it again. Both sides must have the
 * file under that path. The same class works with Java and with Jackson.
 */
final class LogReader implements Serializable, Closeable {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient RandomAccessFile file;

    /** WRONG: Java and Jackson would both have to write the open file itself. */
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

    /** Returns the position at the time of encoding, so that lines read before are not read again. */
    @JsonProperty("position")
    long position() throws IOException {
        return file.getFilePointer();
    }

    /** A typical getter of a bean. Jackson would follow it into the JDK's own classes. */
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
            throw new UncheckedIOException("cannot read the position in " + path, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Java serialization sends this instead of the reader. */
    private record Place(String path, long position) implements Serializable {
        private Object readResolve() {
            try {
                return new LogReader(path, position);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot open " + path + " in the receiver", e);
            }
        }
    }
}
