package dev.pipemark.capability.languages;

import dev.pipemark.probe.values.Value;
import java.util.List;

/**
 * Values that are shown in one table.
 *
 * @param label the name in pages and files
 */
public record Topic(String label, List<Value<?>> values) {
    public Topic {
        values = List.copyOf(values);
    }
}
