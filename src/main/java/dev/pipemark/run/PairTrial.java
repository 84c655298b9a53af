package dev.pipemark.run;

import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Tries pairs across a process boundary before any of them is timed. */
@FunctionalInterface
public interface PairTrial {
    /**
     * @param checks is given one for each payload
     * @param sizes is given one for each payload that arrived exactly
     * @throws IOException when no worker can be started at all
     */
    void probe(String codec, List<String> payloads, Consumer<PairCheck> checks, Consumer<PairSizes> sizes)
            throws IOException;
}
