package dev.pipemark.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts that a codec must know about values before it can carry them: their declared type and their classes.
 *
 * @param type the declared Java type, with its type arguments
 * @param classes the concrete classes that occur in the values, including JDK collections and boxes. The order must be
 *     fixed: registration ids are assigned in this order. Interfaces and abstract classes must be left out.
 * @param <T> the declared type
 */
public record Shape<T>(Type type, Set<Class<?>> classes) {
    public Shape {
        classes = Collections.unmodifiableSet(new LinkedHashSet<>(classes));
    }

    /** Returns the shape of a type without type arguments. A concrete {@code type} is added to the classes. */
    public static <T> Shape<T> of(Class<T> type, Class<?>... classes) {
        Set<Class<?>> all = new LinkedHashSet<>();
        if (!type.isInterface() && !java.lang.reflect.Modifier.isAbstract(type.getModifiers()) || type.isArray()) {
            all.add(type);
        }
        all.addAll(List.of(classes));
        return new Shape<>(type, all);
    }

    /** Returns the shape of a type with type arguments. Write it as {@code new TypeOf<List<Integer>>() {}}. */
    public static <T> Shape<T> of(TypeOf<T> type, Class<?>... classes) {
        return new Shape<>(type.type(), new LinkedHashSet<>(List.of(classes)));
    }

    /** Returns the declared type without its type arguments. */
    public Class<?> rawType() {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return (Class<?>) ((ParameterizedType) type).getRawType();
    }
}
