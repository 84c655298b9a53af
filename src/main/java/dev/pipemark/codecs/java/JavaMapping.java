package dev.pipemark.codecs.java;

import java.io.IOException;

/**
 * How one class is written and read with nothing but the JDK.
 *
 * @param <T> the class
 */
interface JavaMapping<T> {
    void write(T value, FrameWriter to) throws IOException;

    /** Reads what {@link #write} made; fails on anything else that it can tell apart from it. */
    T read(FrameReader from) throws IOException;
}
