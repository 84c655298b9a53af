package dev.pipemark.codecs.compressed;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The JDK's deflate with the header and the checksum of zlib. */
final class DeflateCompressor implements Compressor {
    static final int LEVEL = 6;

    /** The header and the checksum of zlib, and the last block. */
    private static final int AROUND = 32;

    /** Two codes of one bit each stand for at most 258 bytes (RFC 1951, section 3.2.5). */
    private static final long RATIO = 4 * 258;

    private final Deflater deflater = new Deflater(LEVEL);
    private final Inflater inflater = new Inflater();

    /** The bound that zlib gives for any settings (the source of its function {@code deflateBound}). */
    @Override
    public int bound(int length) {
        return length + (length >> 3) + (length >> 6) + AROUND;
    }

    @Override
    public int compress(byte[] from, int offset, int length, byte[] to, int start, int room) throws IOException {
        deflater.reset();
        deflater.setInput(from, offset, length);
        deflater.finish();
        int written = deflater.deflate(to, start, room);
        if (!deflater.finished()) {
            throw new IOException("deflate needs more than " + room + " bytes for a message of " + length);
        }
        return written;
    }

    @Override
    public long most(int compressed) {
        return RATIO * compressed;
    }

    @Override
    public int restore(byte[] from, int offset, int length, byte[] to, int start, int room) throws DataFormatException {
        inflater.reset();
        inflater.setInput(from, offset, length);
        int restored = inflater.inflate(to, start, room);
        if (!inflater.finished() || inflater.getRemaining() > 0) {
            throw new DataFormatException("the end of the data is not where it should be");
        }
        return restored;
    }
}
