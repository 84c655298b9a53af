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
 * One benchmark method, as JMH's own list has it.
 *
 * @param name the method's name, as in {@link Cell#benchmark}
 * @param qualifiedName class and method: what regular expressions are matched against
 * @param mode from its annotation
 * @param values the values that the annotation lists, by parameter
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
     * The values of a parameter that this benchmark takes, of those that are asked for. Most take any codec and payload,
     * whatever few their annotation lists; a control that calls a library by hand knows just those, and bare frames are
     * made of bytes.
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

    /** The values JMH has to be given for a cell, by parameter. */
    Map<String, String> parameters(Cell cell) {
        Map<String, String> all = new LinkedHashMap<>(cell.parameters());
        all.put("codec", cell.codec());
        all.put("payload", cell.payload());
        all.keySet().retainAll(values.keySet());
        return all;
    }
}
