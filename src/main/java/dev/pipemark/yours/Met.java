package dev.pipemark.yours;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects in some values: their classes, and the bytes that they occupy. */
final class Met {
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private final Set<Object> passed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();
    private long bytes;

    private Met() {}

    static Met in(Iterable<?> values) {
        Met met = new Met();
        values.forEach(met::add);
        while (!met.next.isEmpty()) {
            met.look(met.next.pop());
        }
        return met;
    }

    /** Returns the classes that a user can register, sorted by name: the order in which maps iterate differs between JVMs. */
    Set<Class<?>> classes() {
        return classes.stream()
                .sorted(Comparator.comparing(Class::getName))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the approximate size of all objects together. An object that occurs in several places counts once. */
    long bytes() {
        return bytes;
    }

    private void add(@Nullable Object value) {
        if (value != null && passed.add(value)) {
            next.add(value);
        }
    }

    private void look(Object value) {
        bytes += Footprint.of(value);
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        boolean ofJava = Reach.isOfJava(type);
        // A user can register only a class that has a name in source code.
        if (!type.isHidden()
                && !type.isSynthetic()
                && (!ofJava || Modifier.isPublic(type.getModifiers()))
                && type != Object.class) {
            classes.add(type);
        }
        if (type.isArray()) {
            for (int i = 0; !type.getComponentType().isPrimitive() && i < Array.getLength(value); i++) {
                add(Array.get(value, i));
            }
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> {
                add(key);
                add(held);
            });
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof AtomicReference<?> reference) {
            add(reference.get());
        }
        if (!ofJava && !(value instanceof Enum<?>)) {
            fields(value);
        }
    }

    private void fields(Object value) {
        for (Class<?> type = value.getClass(); type != null && !Reach.isOfJava(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    try {
                        field.setAccessible(true);
                        add(field.get(value));
                    } catch (IllegalAccessException | RuntimeException e) {
                        // The module does not open this package, so a user cannot register the classes in the field.
                        continue;
                    }
                }
            }
        }
    }
}
