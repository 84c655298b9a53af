package dev.pipemark.run;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * One benchmark method of JMH's own list.
 *
 * @param name the method's name, as in {@link Cell#benchmark}
 * @param qualifiedName class and method; regular expressions are matched with it
 * @param mode the mode of its annotation
 * @param values the values that its annotations list, by parameter
 */
public record BenchmarkMethod(
        String name, String qualifiedName, Mode mode, Map<String, List<String>> values, BenchmarkListEntry entry) {
    public BenchmarkMethod {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static BenchmarkMethod of(BenchmarkListEntry entry) {
        String qualified = entry.getUsername();
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (entry.getParams().hasValue()) {
            entry.getParams().get().forEach((name, listed) -> values.put(name, List.of(listed)));
        }
        return new BenchmarkMethod(
                qualified.substring(qualified.lastIndexOf('.') + 1), qualified, entry.getMode(), values, entry);
    }

    public boolean has(String parameter) {
        return values.containsKey(parameter);
    }

    /**
     * Returns the requested values of a parameter that this benchmark takes. Most benchmarks take any codec and payload,
     * also those that their annotation does not list. A control that calls a library by hand takes only the listed ones.
     * Bare frames are made of bytes.
     */
    List<String> accepted(String parameter, Collection<String> asked) {
        boolean closed = qualifiedName.contains(".control.");
        boolean bytes = name.equals(Benchmark.ECHO_FRAME.id()) && parameter.equals("payload");
        return asked.stream()
                .filter(value ->
                        !closed || values.getOrDefault(parameter, List.of()).contains(value))
                .filter(value -> !bytes || value.startsWith("bytes-"))
                .toList();
    }

    /** Returns the values for JMH's parameters in a cell. */
    Map<String, String> parameters(Cell cell) {
        Map<String, String> all = new LinkedHashMap<>(cell.parameters());
        all.put("codec", cell.codec());
        all.put("payload", cell.payload());
        all.keySet().retainAll(values.keySet());
        return all;
    }
}
