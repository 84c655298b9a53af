package dev.pipemark.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a codec must know of values beforehand.
 *
 * @param type the declared Java type, with its type arguments
 * @param classes the classes that occur in the values, in a fixed order (registration ids are given out in this order);
 *     JDK collections and boxes included where they occur, interfaces and abstract classes left out
 * @param <T> the declared type
 */
public record Shape<T>(Type type, Set<Class<?>> classes) {
    public Shape {
        classes = Collections.unmodifiableSet(new LinkedHashSet<>(classes));
    }

    /** The shape of a type without type arguments; {@code type} itself counts among the classes when it is concrete. */
    public static <T> Shape<T> of(Class<T> type, Class<?>... classes) {
        Set<Class<?>> all = new LinkedHashSet<>();
        if (!type.isInterface() && !java.lang.reflect.Modifier.isAbstract(type.getModifiers()) || type.isArray()) {
            all.add(type);
        }
        all.addAll(List.of(classes));
        return new Shape<>(type, all);
    }

    /** The shape of a type with type arguments, written as {@code new TypeOf<List<Integer>>() {}}. */
    public static <T> Shape<T> of(TypeOf<T> type, Class<?>... classes) {
        return new Shape<>(type.type(), new LinkedHashSet<>(List.of(classes)));
    }

    /** The declared type without its type arguments. */
    public Class<?> rawType() {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return (Class<?>) ((ParameterizedType) type).getRawType();
    }
}
