package dev.pipemark.api;

/**
 * A codec opened for one shape. The coder is the measured object. It is confined to one thread: a process that reads
 * and writes on two threads opens two coders.
 *
 * @param <T> the declared type of the values
 */
public interface Coder<T> {
    /**
     * Appends the value to the message being written in {@code out}. It should write in place if the library allows it.
     *
     * @throws Exception the library's exception if it refuses the value
     */
    void encode(T value, Frame out) throws Exception;

    /**
     * Reads one value from the message in {@code in}. The frame is reused as soon as this method returns, so the value
     * must not refer to the frame's array. The same message may be decoded again.
     *
     * <p>This method should throw an exception if the message ends before the value does, or if there are bytes behind the
     * value. Some libraries do not show where a value ends. With such a library, this method may accept bytes behind
     * the value.
     *
     * @throws Exception the library's exception if it refuses the bytes
     */
    T decode(Frame in) throws Exception;
}
