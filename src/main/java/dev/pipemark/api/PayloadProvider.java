package dev.pipemark.api;

import java.util.List;

/** Lists payloads. The suite finds providers through {@link java.util.ServiceLoader}. */
public interface PayloadProvider {
    List<Payload<?>> payloads();
}
