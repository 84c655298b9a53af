package dev.pipemark.codecs.thrift;

import org.apache.thrift.TSerializable;
import org.apache.thrift.protocol.TProtocolException;

/**
 * Converts one class to a generated struct, and back.
 *
 * @param <T> the class
 * @param <S> the struct
 */
interface ThriftMapping<T, S extends TSerializable> {
    /** Returns a new struct, to be read from a message. */
    S empty();

    S toStruct(T value);

    /**
     * Creates the object from a struct that was read. The library has already refused a struct that lacks a required
     * field.
     *
     * @throws TProtocolException if a field has a value that the class cannot hold
     */
    T fromStruct(S struct) throws TProtocolException;
}
