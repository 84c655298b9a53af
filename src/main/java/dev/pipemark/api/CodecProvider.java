package dev.pipemark.api;

import java.util.List;

/** Lists codecs. The suite finds providers through {@link java.util.ServiceLoader}. */
public interface CodecProvider {
    /** Returns the codecs in the order of reports. This must not load any class of a serializer library. */
    List<Codec> codecs();
}
