package dev.pipemark.payloads;

import dev.pipemark.model.Station;
import dev.pipemark.model.Task;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Describes the complete content of a value without identity hash codes, locale or iteration order, and collects the
 * classes of its objects. It inspects the value itself and trusts no claim of the payload.
 */
final class Description {
    private final StringBuilder text = new StringBuilder();
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private final IdentityHashMap<Station, Integer> stations = new IdentityHashMap<>();

    private Description() {}

    static String of(@Nullable Object value) {
        Description description = new Description();
        description.add(value);
        return description.text.toString();
    }

    static Set<Class<?>> classesIn(Object value) {
        Description description = new Description();
        description.add(value);
        return description.classes;
    }

    /** Returns the first 16 hexadecimal digits of the description's SHA-256. */
    static String digest(Object value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(of(value).getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            text.append("null;");
            return;
        }
        if (value instanceof Task task && !(value instanceof Record)) {
            IntStream.range(-3, 4)
                    .forEach(argument -> text.append(task.applyAsLong(argument)).append(';'));
            return;
        }
        classes.add(value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass());
        if (value instanceof int[] array) {
            text.append(Arrays.toString(array));
        } else if (value instanceof double[] array) {
            Arrays.stream(array).forEach(this::addBits);
        } else if (value instanceof byte[] array) {
            text.append(new String(array, StandardCharsets.ISO_8859_1));
        } else if (value instanceof Object[] array) {
            addAll(Arrays.asList(array));
        } else if (value instanceof Set<?> set) {
            addAll(set.stream().sorted().toList());
        } else if (value instanceof Collection<?> list) {
            addAll(list);
        } else if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((key, mapped) -> {
                add(key);
                add(mapped);
            });
        } else if (value instanceof Station station && stations.putIfAbsent(station, stations.size()) != null) {
            text.append("station ").append(stations.get(station)).append(';');
        } else if (value instanceof Record record) {
            addComponents(record);
        } else if (value.getClass().getName().startsWith("dev.pipemark.") && !(value instanceof Enum<?>)) {
            addFields(value);
        } else if (value instanceof Double number) {
            addBits(number);
        } else {
            text.append(value.getClass().getName()).append(' ').append(value).append(';');
        }
    }

    private void addAll(Collection<?> elements) {
        text.append(elements.size()).append('[');
        elements.forEach(this::add);
        text.append(']');
    }

    private void addComponents(Record record) {
        text.append(record.getClass().getName()).append('(');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                addField(component.getType(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        text.append(')');
    }

    private void addFields(Object value) {
        text.append(value.getClass().getName()).append('(');
        for (Field field : value.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    addField(field.getType(), field.get(value));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        text.append(')');
    }

    private void addField(Class<?> type, @Nullable Object value) {
        if (value instanceof Double number && type == double.class) {
            addBits(number);
        } else if (type.isPrimitive()) {
            text.append(value).append(';'); // reflection created the box: it is not part of the value
        } else {
            add(value);
        }
    }

    /** Java 19 changed how some doubles print. */
    private void addBits(double number) {
        text.append("double ").append(Double.doubleToLongBits(number)).append(';');
    }
}
