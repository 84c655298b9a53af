package dev.pipemark.run;

import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Tries pairs between processes before any of them is timed. */
@FunctionalInterface
public interface PairTrial {
    /**
     * Tries a codec with some payloads.
     *
     * @param checks receives one check for each payload
     * @param sizes receives the sizes of each payload that arrived exactly
     * @throws IOException if no worker can be started at all
     */
    void probe(String codec, List<String> payloads, Consumer<PairCheck> checks, Consumer<PairSizes> sizes)
            throws IOException;
}
