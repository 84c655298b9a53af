package dev.pipemark.codecs.protobuf;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;

/**
 * Converts one class to a generated message, and back.
 *
 * @param <T> the class
 * @param <M> the message
 */
interface SchemaMapping<T, M extends MessageLite> {
    Parser<M> parser();

    M toMessage(T value);

    /** Creates the object from a message. Fails if the message lacks a required field. */
    T fromMessage(M message) throws InvalidProtocolBufferException;
}
