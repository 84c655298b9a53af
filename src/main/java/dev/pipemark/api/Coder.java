package dev.pipemark.api;

/**
 * A codec opened for one shape: the object that is measured. Confined to one thread; a side that reads and writes on
 * two threads opens two.
 *
 * @param <T> the declared type of the values
 */
public interface Coder<T> {
    /**
     * Appends the value to the message being written in {@code out}, in place where the library allows it.
     *
     * @throws Exception the library's own, when it refuses the value
     */
    void encode(T value, Frame out) throws Exception;

    /**
     * Reads one value from the message in {@code in}. The frame is reused as soon as this returns, so that nothing in
     * the value may refer to its array, and the same message may be decoded again.
     *
     * @throws Exception the library's own, when it refuses the bytes
     */
    T decode(Frame in) throws Exception;
}
