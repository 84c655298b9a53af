package dev.pipemark.yours;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes that a type leads to: by fields, inherited ones included, by type arguments, by sealed hierarchies, and by
 * the classes that are named for what is abstract. Fields of Java's own classes are not followed. Nothing is made.
 */
final class Reach {
    private final Map<Class<?>, List<Class<?>>> implementations;

    /** Own classes with those that each leads to, in the order in which they were met. */
    private final Map<Class<?>, Set<Class<?>>> own = new LinkedHashMap<>();

    private final Set<Class<?>> concrete = new LinkedHashSet<>();
    private final Set<Class<?>> ofJava = new LinkedHashSet<>();
    private final Set<Type> seen = new HashSet<>();

    private Reach(Map<Class<?>, List<Class<?>>> implementations) {
        this.implementations = implementations;
    }

    /**
     * @param implementations of interfaces and abstract classes that are not sealed
     */
    static Reach of(Type type, Map<Class<?>, List<Class<?>>> implementations) {
        Reach reach = new Reach(implementations);
        reach.walk(type, new HashSet<>());
        return reach;
    }

    /** Classes of which there may be objects, enums and arrays included; of Java's own only arrays. */
    Set<Class<?>> concrete() {
        return concrete;
    }

    /** Java's own classes that fields, elements or type arguments are declared as. */
    Set<Class<?>> ofJava() {
        return ofJava;
    }

    /** Own interfaces and abstract classes, which cannot be made themselves. */
    List<Class<?>> abstractOnes() {
        return own.keySet().stream().filter(Reach::isAbstract).toList();
    }

    /** Own interfaces and abstract classes of which no class is known. */
    Set<Class<?>> open() {
        Set<Class<?>> open = new LinkedHashSet<>(abstractOnes());
        open.removeIf(type -> !choices(type).isEmpty());
        return open;
    }

    /** The classes of which an object may be where this one is declared, in a fixed order. */
    List<Class<?>> choices(Class<?> declared) {
        Set<Class<?>> choices = new LinkedHashSet<>();
        choose(declared, choices, new HashSet<>());
        return List.copyOf(choices);
    }

    /** Whether an object of this class may hold another of it, in whatever field of a field. */
    boolean holdsItself(Class<?> type) {
        Deque<Class<?>> next = new ArrayDeque<>(own.getOrDefault(type, Set.of()));
        Set<Class<?>> passed = new HashSet<>();
        while (!next.isEmpty()) {
            Class<?> one = next.pop();
            if (one == type) {
                return true;
            }
            if (passed.add(one)) {
                next.addAll(own.getOrDefault(one, Set.of()));
            }
        }
        return false;
    }

    /** Own classes of which an object may hold another. */
    List<Class<?>> thoseThatHoldThemselves() {
        return own.keySet().stream().filter(this::holdsItself).toList();
    }

    static boolean isAbstract(Class<?> type) {
        return !type.isArray()
                && !type.isPrimitive()
                && (type.isInterface() || Modifier.isAbstract(type.getModifiers()) && !type.isEnum());
    }

    /** Whether Java itself brings the class. */
    static boolean isOfJava(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private void choose(Class<?> declared, Set<Class<?>> choices, Set<Class<?>> asked) {
        if (!asked.add(declared)) {
            return;
        }
        if (!isAbstract(declared)) {
            choices.add(declared);
        }
        for (Class<?> below : below(declared)) {
            choose(below, choices, asked);
        }
    }

    private Collection<Class<?>> below(Class<?> type) {
        Class<?>[] permitted = type.isSealed() ? type.getPermittedSubclasses() : null;
        return permitted == null ? implementations.getOrDefault(type, List.of()) : Arrays.asList(permitted);
    }

    /**
     * @param from is told the own classes that the type leads to
     */
    private void walk(Type type, Set<Class<?>> from) {
        if (type instanceof Class<?> plain) {
            visit(plain, from);
        } else if (type instanceof ParameterizedType generic) {
            visit((Class<?>) generic.getRawType(), from);
            for (Type argument : generic.getActualTypeArguments()) {
                walk(argument, from);
            }
        } else if (type instanceof WildcardType wildcard) {
            walk(wildcard.getUpperBounds()[0], from);
        } else if (type instanceof GenericArrayType array) {
            if (array.getGenericComponentType() instanceof ParameterizedType component) {
                concrete.add(Array.newInstance(TypeNames.raw(component), 0).getClass());
            }
            walk(array.getGenericComponentType(), from);
        } else if (type instanceof TypeVariable<?> variable && seen.add(variable)) {
            // What it stands for is met where the class is named with its arguments.
            for (Type bound : variable.getBounds()) {
                walk(bound, from);
            }
        }
    }

    private void visit(Class<?> type, Set<Class<?>> from) {
        if (type.isPrimitive()) {
            return;
        }
        if (type.isArray()) {
            concrete.add(type);
            visit(type.getComponentType(), from);
            return;
        }
        if (isOfJava(type)) {
            ofJava.add(type);
            return;
        }
        from.add(type);
        if (own.containsKey(type)) {
            return;
        }
        Set<Class<?>> leadsTo = new LinkedHashSet<>();
        own.put(type, leadsTo);
        if (!isAbstract(type)) {
            concrete.add(type);
        }
        if (type.isEnum()) {
            return;
        }
        for (Class<?> below : below(type)) {
            visit(below, leadsTo);
        }
        for (Class<?> each = type; each != null && !isOfJava(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    walk(field.getGenericType(), leadsTo);
                }
            }
            Type above = each.getGenericSuperclass();
            if (above instanceof ParameterizedType generic) {
                for (Type argument : generic.getActualTypeArguments()) {
                    walk(argument, leadsTo);
                }
            }
        }
    }

    /** By name, for reading. */
    static List<String> names(Collection<Class<?>> classes) {
        Set<String> names = new TreeSet<>();
        classes.forEach(type -> names.add(type.getName()));
        return new ArrayList<>(names);
    }
}
