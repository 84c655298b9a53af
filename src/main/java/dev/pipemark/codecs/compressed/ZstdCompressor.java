package dev.pipemark.codecs.compressed;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.lang.ref.Cleaner;

/**
 * Zstandard frames, with contexts that are reused (<a
 * href="https://javadoc.io/doc/com.github.luben/zstd-jni/latest/com/github/luben/zstd/ZstdCompressCtx.html">zstd-jni</a>).
 */
final class ZstdCompressor implements Compressor {
    static final int LEVEL = 1;

    /** A block has a header of three bytes and stands for at most 128 KiB (RFC 8878, section 3.1.1.2). */
    private static final int BLOCK_HEADER = 3;

    private static final long BLOCK = 128 * 1024;

    /** Frees the contexts, which are not on the heap. A coder has no end of its own. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final ZstdCompressCtx compressing = new ZstdCompressCtx().setLevel(LEVEL);
    private final ZstdDecompressCtx restoring = new ZstdDecompressCtx();

    ZstdCompressor() {
        CLEANER.register(this, end(compressing, restoring));
    }

    /** Static, because the action must not refer to the compressor. */
    private static Runnable end(ZstdCompressCtx compressing, ZstdDecompressCtx restoring) {
        return () -> {
            compressing.close();
            restoring.close();
        };
    }

    @Override
    public int bound(int length) {
        return Math.toIntExact(Zstd.compressBound(length));
    }

    @Override
    public int compress(byte[] from, int offset, int length, byte[] to, int start, int room) {
        return compressing.compressByteArray(to, start, room, from, offset, length);
    }

    @Override
    public long most(int compressed) {
        return BLOCK * (compressed / BLOCK_HEADER);
    }

    @Override
    public int restore(byte[] from, int offset, int length, byte[] to, int start, int room) {
        return restoring.decompressByteArray(to, start, room, from, offset, length);
    }
}
