package dev.pipemark.api;

import java.util.List;

/** Lists payloads; found through {@link java.util.ServiceLoader}. */
public interface PayloadProvider {
    List<Payload<?>> payloads();
}
