package dev.pipemark.pool;

import java.util.List;
import java.util.Objects;

/**
 * The arguments of one task that takes several. Each is encoded separately, in the shape that the job gives for its
 * place.
 */
public final class Arguments {
    private final Object[] values;

    private Arguments(Object[] values) {
        this.values = values;
    }

    public static Arguments of(Object... values) {
        for (Object value : values) {
            Objects.requireNonNull(
                    value, "an argument is null: send an Optional, or use a shape with a value that stands for null");
        }
        return new Arguments(values.clone());
    }

    /** Returns the argument at an index, from 0. */
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
