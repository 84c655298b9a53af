package dev.pipemark.api;

import java.util.List;

/** Lists codecs; found through {@link java.util.ServiceLoader}. */
public interface CodecProvider {
    List<Codec> codecs();
}
