package dev.pipemark.codecs.msgpack;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/**
 * Packs and unpacks the values of one declared type.
 *
 * @param <T> the declared type
 */
interface MsgpackForm<T extends @Nullable Object> {
    void pack(MessagePacker packer, T value) throws IOException;

    @Nullable
    T unpack(MsgpackSource source) throws IOException;
}
