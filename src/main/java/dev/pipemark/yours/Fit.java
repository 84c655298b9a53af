package dev.pipemark.yours;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides whether an object of a class may be where a generic interface or abstract class is declared. */
final class Fit {
    private Fit() {}

    /**
     * Returns whether the class is a subtype of the declared type with its type arguments. A class that leaves one
     * open, as {@code ArrayList<E>} does for {@code List<E>}, fits any argument.
     */
    static boolean fits(Class<?> type, ParameterizedType declared) {
        return arguments(type, TypeNames.raw(declared))
                .filter(given -> agree(given, declared.getActualTypeArguments()))
                .isPresent();
    }

    private static boolean agree(List<Type> given, Type[] declared) {
        for (int i = 0; i < declared.length; i++) {
            Type one = given.get(i);
            boolean open = one instanceof TypeVariable<?>;
            boolean within = declared[i] instanceof WildcardType wildcard
                    && erased(wildcard.getUpperBounds()[0]).isAssignableFrom(erased(one));
            if (!open && !within && !one.equals(declared[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the type arguments that a type gives to one of its supertypes. Empty if it gives none. */
    private static Optional<List<Type>> arguments(Type type, Class<?> wanted) {
        List<Type> own =
                type instanceof ParameterizedType generic ? List.of(generic.getActualTypeArguments()) : List.of();
        Class<?> raw = TypeNames.raw(type);
        if (raw == wanted) {
            return own.isEmpty() ? Optional.empty() : Optional.of(own);
        }
        for (Type above : above(raw)) {
            Optional<List<Type>> found = arguments(above, wanted);
            if (found.isPresent()) {
                List<TypeVariable<?>> open = List.of(raw.getTypeParameters());
                return Optional.of(found.get().stream()
                        .map(each -> own.isEmpty() || !open.contains(each) ? each : own.get(open.indexOf(each)))
                        .toList());
            }
        }
        return Optional.empty();
    }

    private static List<Type> above(Class<?> type) {
        List<Type> above = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
        Type superclass = type.getGenericSuperclass();
        if (superclass != null) {
            above.add(superclass);
        }
        return above;
    }

    private static Class<?> erased(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return erased(variable.getBounds()[0]);
        } else if (type instanceof WildcardType wildcard) {
            return erased(wildcard.getUpperBounds()[0]);
        }
        return type instanceof Class<?> || type instanceof ParameterizedType ? TypeNames.raw(type) : Object[].class;
    }
}
