package dev.pipemark.yours;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;

/**
 * Approximate sizes of objects in the memory of a 64-bit JVM with compressed references, the usual layout of HotSpot. Sizes
 * of the user's classes follow from their fields. Those of Java's classes are estimates that do not depend on the version
 * of Java, so that every process computes the same size.
 */
final class Footprint {
    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    /** An object of one of Java's classes, such as a date or a box. */
    private static final int OBJECT_OF_JAVA = 24;

    /** A place in a list or a set: between that of an array list, 4, and that of a hash set, some 40. */
    private static final int ELEMENT = 24;

    /** A node of a hash map and its place in the table. */
    private static final int ENTRY = 40;

    private Footprint() {}

    /** Returns the bytes of one object, without the objects that it refers to. A string includes its characters. */
    static long of(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return aligned(ARRAY_HEADER + (long) Array.getLength(value) * bytes(type.getComponentType()));
        } else if (value instanceof CharSequence text && Reach.isOfJava(type)) {
            return OBJECT_OF_JAVA + aligned(ARRAY_HEADER + text.length());
        }
        long fields = 0;
        Class<?> each = type;
        for (; each != null && !Reach.isOfJava(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                fields += Modifier.isStatic(field.getModifiers()) ? 0 : bytes(field.getType());
            }
        }
        boolean bare = each == Object.class || each == Record.class;
        return aligned((bare ? HEADER : OBJECT_OF_JAVA + content(value)) + fields);
    }

    private static long content(Object value) {
        if (value instanceof Collection<?> collection) {
            return (long) ELEMENT * collection.size();
        }
        return value instanceof Map<?, ?> map ? (long) ENTRY * map.size() : 0;
    }

    private static int bytes(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        } else if (type == short.class || type == char.class) {
            return Short.BYTES;
        } else if (type == byte.class || type == boolean.class) {
            return Byte.BYTES;
        }
        return REFERENCE;
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
