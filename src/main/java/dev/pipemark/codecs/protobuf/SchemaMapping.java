package dev.pipemark.codecs.protobuf;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;

/**
 * How one class becomes a generated message, and that message the class again.
 *
 * @param <T> the class
 * @param <M> the message
 */
interface SchemaMapping<T, M extends MessageLite> {
    Parser<M> parser();

    M toMessage(T value);

    /** Makes the class again; fails on a message that lacks what the class must have. */
    T fromMessage(M message) throws InvalidProtocolBufferException;
}
