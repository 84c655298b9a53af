package dev.pipemark.codecs.compressed;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * LZ4 blocks, by the fastest implementation that runs here (<a href="https://github.com/yawkat/lz4-java">lz4-java</a>).
 * The safe decompressor never writes beyond its room.
 */
final class Lz4Compressor implements Compressor {
    /** One more byte of a length stands for at most 255 bytes (the specification of the block format). */
    private static final long RATIO = 255;

    private final LZ4Compressor compressor;
    private final LZ4SafeDecompressor decompressor;

    Lz4Compressor() {
        LZ4Factory factory = LZ4Factory.fastestInstance();
        compressor = factory.fastCompressor();
        decompressor = factory.safeDecompressor();
    }

    @Override
    public int bound(int length) {
        return compressor.maxCompressedLength(length);
    }

    @Override
    public int compress(byte[] from, int offset, int length, byte[] to, int start, int room) {
        return compressor.compress(from, offset, length, to, start, room);
    }

    @Override
    public long most(int compressed) {
        return RATIO * compressed;
    }

    @Override
    public int restore(byte[] from, int offset, int length, byte[] to, int start, int room) {
        return decompressor.decompress(from, offset, length, to, start, room);
    }
}
