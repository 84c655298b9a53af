package dev.pipemark.codecs.compressed;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Encodes into a frame of its own and compresses that frame into the message. A message begins with the length of the
 * original, in four bytes, so that the receiver can allocate its buffer. The same frame holds the original when it is
 * decoded.
 */
final class CompressedCoder<T> implements Coder<T> {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final Coder<T> coder;
    private final Compressor compressor;
    private final String compression;
    private final Frame original = new Frame();

    /**
     * Creates a coder.
     *
     * @param compression the name of the compression, for messages
     */
    CompressedCoder(Coder<T> coder, Compressor compressor, String compression) {
        this.coder = coder;
        this.compressor = compressor;
        this.compression = compression;
    }

    @Override
    public void encode(T value, Frame out) throws Exception {
        original.reset();
        coder.encode(value, original);
        int length = original.length();
        int room = compressor.bound(length);
        out.reserve(Integer.BYTES + room);
        byte[] array = out.array();
        int start = out.end();
        int body = start + Integer.BYTES;
        int written = compressor.compress(original.array(), original.offset(), length, array, body, room);
        INT.set(array, start, length);
        out.adopt(array, out.offset(), body + written);
    }

    /**
     * Two things limit the memory that a message can demand by its stated length: the limit of a frame, and the number of
     * compressed bytes.
     */
    @Override
    public T decode(Frame in) throws Exception {
        int bytes = in.length() - Integer.BYTES;
        int length = bytes < 0 ? -1 : (int) INT.get(in.array(), in.offset());
        if (length < 0) {
            throw corrupt("it does not begin with a length", null);
        }
        if (length <= Frame.limit() && length > compressor.most(bytes)) {
            throw corrupt(bytes + " compressed bytes cannot hold the stated " + length + " bytes", null);
        }
        original.reset();
        original.reserve(length);
        byte[] array = original.array();
        int start = original.offset();
        int restored;
        try {
            restored = compressor.restore(in.array(), in.offset() + Integer.BYTES, bytes, array, start, length);
        } catch (Exception e) {
            throw corrupt("it cannot be restored", e);
        }
        if (restored != length) {
            throw corrupt("it states " + length + " bytes and has " + restored, null);
        }
        original.adopt(array, start, start + length);
        return coder.decode(original);
    }

    private IOException corrupt(String why, @Nullable Exception cause) {
        return new IOException("this is not a message of " + compression + ": " + why, cause);
    }
}
