package dev.pipemark.codecs.msgpack;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** One packer and one unpacker, reused for all messages. */
final class MsgpackCoder<T> implements Coder<T> {
    private final MsgpackForm<T> form;
    private final FrameBufferOutput output = new FrameBufferOutput();
    private MessagePacker packer = MessagePack.newDefaultPacker(output);
    private MsgpackSource source = new MsgpackSource();

    MsgpackCoder(MsgpackForm<T> form) {
        this.form = form;
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        int start = out.end();
        output.begin(out);
        boolean whole = false;
        try {
            form.pack(packer, value);
            packer.flush();
            whole = true;
        } finally {
            if (!whole) {
                // The packer still holds unflushed bytes and a part of this frame.
                packer = MessagePack.newDefaultPacker(output);
                out.adopt(out.array(), out.offset(), start);
            }
        }
    }

    // Null is returned only if null was encoded.
    @SuppressWarnings("NullAway")
    @Override
    public T decode(Frame in) throws IOException {
        source.begin(in);
        boolean whole = false;
        try {
            T value = form.unpack(source);
            whole = true;
            return value;
        } finally {
            if (!whole) {
                source = new MsgpackSource();
            }
        }
    }
}
