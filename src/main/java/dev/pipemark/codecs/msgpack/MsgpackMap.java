package dev.pipemark.codecs.msgpack;

import java.io.IOException;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** A map whose keys and values each have one declared type. */
record MsgpackMap<M extends Map<@Nullable Object, @Nullable Object>>(
        MsgpackForm<@Nullable Object> key, MsgpackForm<@Nullable Object> value, IntFunction<M> create)
        implements MsgpackForm<M> {
    @Override
    public void pack(MessagePacker packer, M map) throws IOException {
        packer.packMapHeader(map.size());
        for (Map.Entry<@Nullable Object, @Nullable Object> entry : map.entrySet()) {
            key.pack(packer, entry.getKey());
            value.pack(packer, entry.getValue());
        }
    }

    @Override
    public M unpack(MsgpackSource source) throws IOException {
        int size = source.checked(source.unpacker().unpackMapHeader());
        M map = create.apply(size);
        for (int i = 0; i < size; i++) {
            Object each = key.unpack(source);
            map.put(each, value.unpack(source));
        }
        return map;
    }
}
