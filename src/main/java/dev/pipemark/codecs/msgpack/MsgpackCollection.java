package dev.pipemark.codecs.msgpack;

import java.io.IOException;
import java.util.Collection;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** A list or a set of elements of one declared type. */
record MsgpackCollection<C extends Collection<@Nullable Object>>(
        MsgpackForm<@Nullable Object> element, IntFunction<C> create) implements MsgpackForm<C> {
    @Override
    public void pack(MessagePacker packer, C value) throws IOException {
        packer.packArrayHeader(value.size());
        for (Object each : value) {
            element.pack(packer, each);
        }
    }

    @Override
    public C unpack(MsgpackSource source) throws IOException {
        int size = source.checked(source.unpacker().unpackArrayHeader());
        C value = create.apply(size);
        for (int i = 0; i < size; i++) {
            value.add(element.unpack(source));
        }
        return value;
    }
}
