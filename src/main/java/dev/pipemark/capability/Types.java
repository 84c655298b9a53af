package dev.pipemark.capability;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** What is to be known of classes to describe their objects alike in every JVM. */
final class Types {
    private Types() {}

    /** The class's name; lambdas and proxies, whose classes each JVM makes for itself, go by their interfaces. */
    static String name(Class<?> type) {
        if (isFunction(type) || Proxy.isProxyClass(type)) {
            return (isFunction(type) ? "lambda of " : "proxy of ")
                    + Arrays.stream(type.getInterfaces())
                            .map(Class::getTypeName)
                            .sorted()
                            .collect(Collectors.joining(" & "));
        }
        // An enum constant with a body of its own has a class of its own.
        return Enum.class.isAssignableFrom(type) && type.isAnonymousClass()
                ? type.getSuperclass().getTypeName()
                : type.getTypeName();
    }

    /** Whether the class was made from a lambda or a method reference. */
    static boolean isFunction(Class<?> type) {
        return type.isSynthetic() && type.getName().contains("$$Lambda");
    }

    /** Whether Java itself brings the class. */
    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** Whether it can be told from an equal one that it is another: by a change to one of them. */
    static boolean haveIdentity(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return true;
        }
        if (type.isRecord() || type.isEnum() || value instanceof Enum<?> || isFunction(type)) {
            return false;
        }
        // Of Java's own classes most values cannot be changed; those that can say so by what they are.
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

    /** Whether the order of a collection is part of what it is. */
    static boolean ordered(Collection<?> collection) {
        return collection instanceof List<?> || collection instanceof Queue<?>;
    }
}
