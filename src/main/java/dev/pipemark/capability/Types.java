package dev.pipemark.capability;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** Facts about classes that let each JVM describe their objects in the same way. */
final class Types {
    private Types() {}

    /**
     * Returns the class's name. Lambdas and proxies have classes made by one JVM, so they are named by their
     * interfaces.
     */
    static String name(Class<?> type) {
        if (isFunction(type) || Proxy.isProxyClass(type)) {
            return (isFunction(type) ? "lambda of " : "proxy of ")
                    + Arrays.stream(type.getInterfaces())
                            .map(Class::getTypeName)
                            .sorted()
                            .collect(Collectors.joining(" & "));
        }
        // An enum constant with a body has its own class.
        return Enum.class.isAssignableFrom(type) && type.isAnonymousClass()
                ? type.getSuperclass().getTypeName()
                : type.getTypeName();
    }

    /** Whether the class was created from a lambda or a method reference. */
    static boolean isFunction(Class<?> type) {
        return type.isSynthetic() && type.getName().contains("$$Lambda");
    }

    /** Whether the class belongs to the JDK. */
    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** Whether a change to one of two equal objects can show that they are distinct. */
    static boolean haveIdentity(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return true;
        }
        if (type.isRecord() || type.isEnum() || value instanceof Enum<?> || isFunction(type)) {
            return false;
        }
        // Most values of JDK classes are immutable. The mutable ones are recognized by their types.
        return !isJdk(type)
                || (value instanceof Collection<?> || value instanceof java.util.Map<?, ?>) && !isImmutable(type)
                || type.getName().startsWith("java.util.concurrent.atomic.")
                || value instanceof java.util.Date
                || value instanceof StringBuilder
                || type == Object.class;
    }

    private static boolean isImmutable(Class<?> type) {
        return type.getName().startsWith("java.util.ImmutableCollections")
                || type.getName().startsWith("java.util.Collections$Empty")
                || type.getName().startsWith("java.util.Collections$Singleton");
    }

    /** Whether the order of a collection is part of its content. */
    static boolean ordered(Collection<?> collection) {
        return collection instanceof List<?> || collection instanceof Queue<?>;
    }
}
