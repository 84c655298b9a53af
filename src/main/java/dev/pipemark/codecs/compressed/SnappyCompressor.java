package dev.pipemark.codecs.compressed;

import java.io.IOException;
import org.xerial.snappy.Snappy;

/** Snappy blocks (<a href="https://github.com/xerial/snappy-java#usage">snappy-java</a>). */
final class SnappyCompressor implements Compressor {
    /** A copy has at least two bytes and stands for at most 64 (the description of the format). */
    private static final long RATIO = 32;

    @Override
    public int bound(int length) {
        return Snappy.maxCompressedLength(length);
    }

    @Override
    public int compress(byte[] from, int offset, int length, byte[] to, int start, int room) throws IOException {
        return Snappy.compress(from, offset, length, to, start);
    }

    @Override
    public long most(int compressed) {
        return RATIO * compressed;
    }

    /**
     * The library writes as many bytes as the block states, and does not check the length of the array. So this method reads
     * the stated number first.
     */
    @Override
    public int restore(byte[] from, int offset, int length, byte[] to, int start, int room) throws IOException {
        int size = Snappy.uncompressedLength(from, offset, length);
        return size == room ? Snappy.uncompress(from, offset, length, to, start) : size;
    }
}
