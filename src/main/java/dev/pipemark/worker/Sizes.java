package dev.pipemark.worker;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.pipemark.api.Frame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;

/**
 * Encoded sizes of some values, in bytes.
 *
 * @param deflate the sum after deflate level 6, each message on its own
 * @param zstd the sum after zstd level 3, each message on its own
 */
public record Sizes(int values, long sum, long min, long max, long deflate, long zstd) {
    private static final int DEFLATE_LEVEL = 6;
    private static final int ZSTD_LEVEL = 3;

    void write(Frame out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(values);
        data.writeLong(sum);
        data.writeLong(min);
        data.writeLong(max);
        data.writeLong(deflate);
        data.writeLong(zstd);
    }

    static Sizes read(Frame in) throws IOException {
        DataInputStream data = new DataInputStream(in.input());
        return new Sizes(
                data.readInt(), data.readLong(), data.readLong(), data.readLong(), data.readLong(), data.readLong());
    }

    /** Adds up messages one by one. */
    static final class Tally implements AutoCloseable {
        private final Deflater deflater = new Deflater(DEFLATE_LEVEL);
        private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(ZSTD_LEVEL);
        private final byte[] discarded = new byte[64 * 1024];
        private Sizes sizes = new Sizes(0, 0, Long.MAX_VALUE, 0, 0, 0);

        void add(byte[] message) {
            sizes = new Sizes(
                    sizes.values + 1,
                    sizes.sum + message.length,
                    Math.min(sizes.min, message.length),
                    Math.max(sizes.max, message.length),
                    sizes.deflate + deflated(message),
                    sizes.zstd + zstd.compress(message).length);
        }

        Sizes sizes() {
            return sizes;
        }

        private long deflated(byte[] message) {
            deflater.reset();
            deflater.setInput(message);
            deflater.finish();
            long bytes = 0;
            while (!deflater.finished()) {
                bytes += deflater.deflate(discarded);
            }
            return bytes;
        }

        @Override
        public void close() {
            deflater.end();
            zstd.close();
        }
    }
}
