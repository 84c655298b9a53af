package dev.pipemark.api;

/**
 * A way to compress the messages of any codec. The compressed codec is a codec of its own. Its id is the id of the
 * codec, {@code +} and the id of the compression: {@code kryo+zstd}.
 */
public interface Compression {
    /**
     * Returns the name of this compression. No other compression may have it. It must consist of lower-case letters and
     * digits.
     */
    String id();

    /**
     * Returns a codec with compressed messages. This method must not load any class of the library of the codec or of the
     * library of the compression.
     *
     * @param codec the codec that encodes the values
     */
    Codec of(Codec codec);
}
