package dev.pipemark.result;

import java.util.Map;

/**
 * What a fork knows and JMH does not carry; the fork writes it as one JSON file to the path it is given.
 *
 * @param metrics values by {@link Metric}
 * @param facts placement, flags, versions and the like, by name
 */
public record ForkNote(Map<Metric, Double> metrics, Map<String, String> facts) {
    public static final ForkNote EMPTY = new ForkNote(Map.of(), Map.of());

    public ForkNote {
        metrics = Map.copyOf(metrics);
        facts = Map.copyOf(facts);
    }
}
