package dev.pipemark.codecs;

import java.io.IOException;

/**
 * How one class is written and read by hand in one format.
 *
 * @param <T> the class
 * @param <W> what it is written to
 * @param <R> what it is read from
 */
interface Mapping<T, W, R> {
    void write(T value, W to) throws IOException;

    /**
     * @throws IOException when the bytes are not what {@link #write} makes
     */
    T read(R from) throws IOException;
}
