package dev.pipemark.api;

import java.util.List;

/** Lists codecs and compressions. The suite finds providers through {@link java.util.ServiceLoader}. */
public interface CodecProvider {
    /** Returns the codecs in the order of reports. This must not load any class of a serializer library. */
    List<Codec> codecs();

    /**
     * Returns compressions. Each can be combined with every codec of every provider. This must not load any class of a
     * compression library. By default, there are none.
     */
    default List<Compression> compressions() {
        return List.of();
    }
}
