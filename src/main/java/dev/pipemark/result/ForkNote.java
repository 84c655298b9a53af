package dev.pipemark.result;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fork knows and JMH does not carry; the fork writes it as one {@link NoteFile} to the path it is given.
 *
 * @param metrics values by {@link Metric}
 * @param facts placement, flags, versions and the like, by name
 */
public record ForkNote(Map<Metric, Double> metrics, Map<String, String> facts) {
    public static final ForkNote EMPTY = new ForkNote(Map.of(), Map.of());

    public ForkNote {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
