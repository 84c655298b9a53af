package dev.pipemark.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param reason {@code complete}, {@code interrupted} or {@code budget}; {@code unfinished} while it goes on
 * @param seconds wall time from the first probe on
 * @param after load, steal and the like after the last fork, by name
 */
public record RunEnd(String reason, double seconds, Map<String, String> after) {
    public static final RunEnd UNFINISHED = new RunEnd("unfinished", Double.NaN, Map.of());

    public RunEnd {
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }
}
