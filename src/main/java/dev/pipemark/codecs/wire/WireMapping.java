package dev.pipemark.codecs.wire;

import com.squareup.wire.ProtoAdapter;
import java.net.ProtocolException;

/**
 * Converts one class to a generated message, and back.
 *
 * @param <T> the class
 * @param <M> the message
 */
interface WireMapping<T, M> {
    ProtoAdapter<M> adapter();

    M toMessage(T value);

    /** Creates the object from a message. Fails if the message lacks a required field. */
    T fromMessage(M message) throws ProtocolException;
}
