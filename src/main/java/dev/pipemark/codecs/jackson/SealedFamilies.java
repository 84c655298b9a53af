package dev.pipemark.codecs.jackson;

import dev.pipemark.api.Shape;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The sealed types of a shape, and the name of each of their members in messages. A format that writes only fields
 * needs such a name to select the member. A sealed type lists its members itself. Only sealed types of the author
 * count. Sealed types of the JDK, such as {@code ConstantDesc} above {@code String}, do not count, because nobody
 * declares fields of these types. An enum whose constants have bodies does not count either.
 *
 * @param types the sealed types in the declared type and above the classes of the shape
 * @param names the name of each member: the simple class name, or the full one if two members share the simple one
 */
record SealedFamilies(Set<Class<?>> types, Map<Class<?>, String> names) {
    static SealedFamilies of(Shape<?> shape) {
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(shape.type(), types);
        shape.classes().forEach(type -> collect(type, types));

        Set<Class<?>> members = new LinkedHashSet<>();
        types.forEach(type -> collectMembers(type, shape.classes(), members));

        Map<String, Integer> simpleNames = new HashMap<>();
        members.forEach(member -> simpleNames.merge(member.getSimpleName(), 1, Integer::sum));
        Map<Class<?>, String> names = new LinkedHashMap<>();
        for (Class<?> member : members) {
            boolean unique = simpleNames.getOrDefault(member.getSimpleName(), 0) == 1;
            names.put(member, unique ? member.getSimpleName() : member.getName());
        }
        return new SealedFamilies(Collections.unmodifiableSet(types), Collections.unmodifiableMap(names));
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType parameterized) {
            collect(parameterized.getRawType(), found);
            for (Type argument : parameterized.getActualTypeArguments()) {
                collect(argument, found);
            }
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), found);
        } else if (type instanceof WildcardType wildcard) {
            for (Type bound : wildcard.getUpperBounds()) {
                collect(bound, found);
            }
        } else if (type instanceof Class<?> plain) {
            collect(plain, found);
        }
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (type.isArray()) {
            collect(type.getComponentType(), found);
            return;
        }
        if (isJdk(type) || type.isEnum()) {
            return;
        }
        if (type.isSealed()) {
            found.add(type);
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            collect(parent, found);
        }
        for (Class<?> parentInterface : type.getInterfaces()) {
            collect(parentInterface, found);
        }
    }

    /**
     * Collects the members of a sealed type: all permitted classes, recursively. Below a non-sealed member, it collects
     * the classes of the shape.
     */
    private static void collectMembers(Class<?> type, Set<Class<?>> listed, Set<Class<?>> members) {
        if (!type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
            members.add(type);
        }
        if (!type.isSealed() || type.isEnum()) {
            listed.stream().filter(type::isAssignableFrom).forEach(members::add);
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collectMembers(permitted, listed, members);
        }
    }

    static boolean isJdk(Class<?> type) {
        return type.isPrimitive()
                || type.getClassLoader() == null
                || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
    }
}
