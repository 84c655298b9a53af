package dev.pipemark.api;

import java.util.List;

/** Lists codecs. The suite finds providers through {@link java.util.ServiceLoader}. */
public interface CodecProvider {
    List<Codec> codecs();
}
