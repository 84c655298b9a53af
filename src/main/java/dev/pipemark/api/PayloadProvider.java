package dev.pipemark.api;

import java.util.List;

/** Lists payloads. The suite finds providers through {@link java.util.ServiceLoader}. */
public interface PayloadProvider {
    /** Returns the payloads in the order of reports. */
    List<Payload<?>> payloads();
}
