package dev.pipemark.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Benchmark × codec × payload × parameters: what gets one number.
 *
 * @param benchmark the short name, {@code roundTrip}
 * @param codec the codec's id; {@link #NONE} for a control that has none
 * @param payload the payload's id; {@link #NONE} for a control that has none
 * @param parameters the other parameters by name, {@code transport} or {@code window}
 */
public record Cell(String benchmark, String codec, String payload, SortedMap<String, String> parameters) {
    /** Stands for a codec or payload where a control has none. */
    public static final String NONE = "-";

    public Cell {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    public static Cell of(String benchmark, String codec, String payload, Map<String, String> parameters) {
        return new Cell(benchmark, codec, payload, new TreeMap<>(parameters));
    }

    /** The same cell with this value of a parameter; the first of several copies goes without, and so does one core. */
    public Cell with(Parameter parameter, String value) {
        SortedMap<String, String> changed = new TreeMap<>(parameters);
        if (parameter.silent() && value.equals(parameter.unsaid())) {
            changed.remove(parameter.id());
        } else {
            changed.put(parameter.id(), value);
        }
        return new Cell(benchmark, codec, payload, changed);
    }

    /** The same cell without this parameter. */
    public Cell without(Parameter parameter) {
        SortedMap<String, String> fewer = new TreeMap<>(parameters);
        fewer.remove(parameter.id());
        return new Cell(benchmark, codec, payload, fewer);
    }

    /** The same cell without the parameters that only say what is so without them. */
    public Cell plain() {
        SortedMap<String, String> told = new TreeMap<>(parameters);
        for (Parameter parameter : Parameter.values()) {
            if (!parameter.unsaid().isEmpty()) {
                told.remove(parameter.id(), parameter.unsaid());
            }
        }
        return new Cell(benchmark, codec, payload, told);
    }

    /** Names the cell in one line, the same in every run: {@code stream kryo media-content transport=pipe window=64}. */
    public String key() {
        StringBuilder key = new StringBuilder(benchmark)
                .append(' ')
                .append(codec)
                .append(' ')
                .append(payload);
        parameters.forEach(
                (name, value) -> key.append(' ').append(name).append('=').append(value));
        return key.toString();
    }

    /** The key without a codec or payload that there is not: {@code org.example.Foo.bar size=10}. */
    public String name() {
        return Stream.concat(
                        Stream.of(benchmark, codec, payload).filter(part -> !part.equals(NONE)),
                        parameters.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** The key of the table this cell stands in: everything but the codec. Cells of one table may be compared. */
    public String table() {
        return new Cell(benchmark, NONE, payload, parameters).key();
    }

    /** Whether the benchmark belongs to another suite: such benchmarks go by class and method. */
    public boolean foreign() {
        return benchmark.indexOf('.') >= 0;
    }
}
