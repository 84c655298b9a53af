package dev.pipemark.codecs.java;

import java.io.IOException;

/**
 * Writes and reads one class with the JDK alone.
 *
 * @param <T> the class
 */
interface JavaMapping<T> {
    void write(T value, FrameWriter to) throws IOException;

    /** Reads the output of {@link #write}. Fails on other input if it can detect it. */
    T read(FrameReader from) throws IOException;
}
