package dev.pipemark.codecs.jackson;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds classes whose objects may hold objects of the same class: in a field, in a collection, or in another object. */
final class SelfReference {
    private final Class<?> sought;
    private final Set<Class<?>> seen = new HashSet<>();

    private SelfReference(Class<?> sought) {
        this.sought = sought;
    }

    static boolean in(Class<?> type) {
        return new SelfReference(type).inFields(type);
    }

    private boolean inFields(Class<?> type) {
        if (SealedFamilies.isJdk(type) || !seen.add(type)) {
            return false;
        }
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && inType(field.getGenericType())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean inType(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return inType(parameterized.getRawType())
                    || Stream.of(parameterized.getActualTypeArguments()).anyMatch(this::inType);
        }
        if (type instanceof GenericArrayType array) {
            return inType(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getUpperBounds()).anyMatch(this::inType);
        }
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? inType(plain.getComponentType()) : plain == sought || inFields(plain);
        }
        return false;
    }
}
