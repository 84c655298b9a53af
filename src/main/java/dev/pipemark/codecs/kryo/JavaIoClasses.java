package dev.pipemark.codecs.kryo;

import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Separates classes that may be copied field by field from classes that must write and read themselves. */
final class JavaIoClasses {
    private JavaIoClasses() {}

    /**
     * Whether the class declares or inherits hooks of Java serialization, or has state private to the JDK. A library
     * outside the JDK can neither read nor restore such state.
     */
    static boolean writeThemselves(Class<?> type) {
        if (Externalizable.class.isAssignableFrom(type)) {
            return true;
        }
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (isJdk(each) && (each == type || hasInstanceFields(each))) {
                return true;
            }
            if (Serializable.class.isAssignableFrom(each) && hasHook(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the class belongs to the JDK. */
    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private static boolean hasInstanceFields(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHook(Class<?> type) {
        return declares(type, "writeReplace")
                || declares(type, "readResolve")
                || declares(type, "writeObject", ObjectOutputStream.class)
                || declares(type, "readObject", ObjectInputStream.class);
    }

    private static boolean declares(Class<?> type, String method, Class<?>... parameters) {
        for (Method each : type.getDeclaredMethods()) {
            if (each.getName().equals(method) && Arrays.equals(each.getParameterTypes(), parameters)) {
                return true;
            }
        }
        return false;
    }
}
