package dev.pipemark.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Captures a type with its type arguments, which a class literal cannot express:
 * {@code new TypeOf<List<Integer>>() {}}.
 *
 * @param <T> the captured type
 */
public abstract class TypeOf<T> {
    private final Type type;

    protected TypeOf() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType capture)) {
            throw new IllegalStateException("write new TypeOf<...>() {} with the type between the brackets");
        }
        type = capture.getActualTypeArguments()[0];
    }

    final Type type() {
        return type;
    }
}
