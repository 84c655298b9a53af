package dev.pipemark.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A combination of benchmark, codec, payload and parameters. It gets one number.
 *
 * @param benchmark the short name, such as {@code roundTrip}
 * @param codec the codec's id; {@link #NONE} for a control without a codec
 * @param payload the payload's id; {@link #NONE} for a control without a payload
 * @param parameters the other parameters by name, such as {@code transport} or {@code window}
 */
public record Cell(String benchmark, String codec, String payload, SortedMap<String, String> parameters) {
    /** The codec or payload of a control that has none. */
    public static final String NONE = "-";

    public Cell {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    public static Cell of(String benchmark, String codec, String payload, Map<String, String> parameters) {
        return new Cell(benchmark, codec, payload, new TreeMap<>(parameters));
    }

    /**
     * Returns the same cell with this value of a parameter. The number of the first copy and the number of one core are
     * left out.
     */
    public Cell with(Parameter parameter, String value) {
        SortedMap<String, String> changed = new TreeMap<>(parameters);
        if (Parameter.OMITTED_IF_DEFAULT.contains(parameter) && value.equals(parameter.defaultValue())) {
            changed.remove(parameter.id());
        } else {
            changed.put(parameter.id(), value);
        }
        return new Cell(benchmark, codec, payload, changed);
    }

    /** Returns the same cell without this parameter. */
    public Cell without(Parameter parameter) {
        SortedMap<String, String> fewer = new TreeMap<>(parameters);
        fewer.remove(parameter.id());
        return new Cell(benchmark, codec, payload, fewer);
    }

    /** Returns the same cell without the parameters that have their default value. */
    public Cell plain() {
        SortedMap<String, String> others = new TreeMap<>(parameters);
        for (Parameter parameter : Parameter.values()) {
            if (!parameter.defaultValue().isEmpty()) {
                others.remove(parameter.id(), parameter.defaultValue());
            }
        }
        return new Cell(benchmark, codec, payload, others);
    }

    /**
     * Returns the name of the cell in one line, the same in every run:
     * {@code stream kryo media-content transport=pipe window=64}.
     */
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

    /** Returns the key without a missing codec or payload: {@code org.example.Foo.bar size=10}. */
    public String name() {
        return Stream.concat(
                        Stream.of(benchmark, codec, payload).filter(part -> !part.equals(NONE)),
                        parameters.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Returns the key of the cell's table: everything but the codec. Cells of one table may be compared. */
    public String table() {
        return new Cell(benchmark, NONE, payload, parameters).key();
    }

    /** Returns whether the benchmark belongs to another suite. The name of such a benchmark has a class and a method. */
    public boolean foreign() {
        return benchmark.indexOf('.') >= 0;
    }
}
