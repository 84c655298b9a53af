package dev.pipemark.codecs.protostuff;

import io.protostuff.ByteArrayInput;
import io.protostuff.FilterInput;
import io.protostuff.Schema;
import io.protostuff.UninitializedMessageException;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a message that ends inside of an object. At the end of a message, Protostuff ends each open object. It does not
 * check where the message ends in its array.
 */
final class WholeInput extends FilterInput<ByteArrayInput> {
    private final int end;
    private int open;

    WholeInput(ByteArrayInput bytes) {
        super(bytes);
        end = bytes.currentLimit();
    }

    @Override
    public <T> int readFieldNumber(Schema<T> schema) throws IOException {
        int position = input.currentOffset();
        if (position > end || position == end && open > 0) {
            throw new EOFException("a message ends inside of an object");
        }
        return super.readFieldNumber(schema);
    }

    @Override
    public <T> T mergeObject(@Nullable T value, Schema<T> schema) throws IOException {
        T object = value == null ? schema.newMessage() : value;
        open++;
        schema.mergeFrom(this, object);
        input.checkLastTagWas(0);
        open--;
        if (!schema.isInitialized(object)) {
            throw new UninitializedMessageException(object, schema);
        }
        return object;
    }
}
