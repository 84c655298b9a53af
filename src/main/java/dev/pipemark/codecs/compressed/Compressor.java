package dev.pipemark.codecs.compressed;

import java.io.IOException;

/** One compression library. Each message is compressed by itself. It is confined to one thread. */
interface Compressor {
    /** Returns the most bytes that a message of this length may have when it is compressed. */
    int bound(int length);

    /**
     * Compresses a message.
     *
     * @param room the number of bytes that may be written: at least {@link #bound}
     * @return the number of bytes written
     * @throws IOException if the library fails
     */
    int compress(byte[] from, int offset, int length, byte[] to, int start, int room) throws IOException;

    /** Returns a number of bytes that no message exceeds if it has this length when it is compressed. */
    long most(int compressed);

    /**
     * Restores a message. It must not write beyond the room, whatever the bytes are.
     *
     * @param room the number of bytes that the message must have
     * @return the number of bytes that the message has
     * @throws Exception if the bytes are not a compressed message, or if the message needs more room
     */
    int restore(byte[] from, int offset, int length, byte[] to, int start, int room) throws Exception;
}
