package dev.pipemark.pool;

import java.util.List;
import java.util.Objects;

/** The arguments of one task that takes several: each travels by itself, in the shape that the job has for its place. */
public final class Arguments {
    private final Object[] values;

    private Arguments(Object[] values) {
        this.values = values;
    }

    public static Arguments of(Object... values) {
        for (Object value : values) {
            Objects.requireNonNull(
                    value, "an argument is null: send an Optional, or a shape that has a value for nothing");
        }
        return new Arguments(values.clone());
    }

    /** The argument of a place, from 0. */
    public Object get(int place) {
        return values[place];
    }

    Object[] values() {
        return values;
    }

    public int size() {
        return values.length;
    }

    @Override
    public String toString() {
        return List.of(values).toString();
    }
}
