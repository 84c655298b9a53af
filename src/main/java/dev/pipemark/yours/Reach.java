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
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes that a type leads to: by fields, inherited ones included, by type arguments, by sealed hierarchies, and by
 * the known implementations of interfaces and abstract classes. Fields of Java's classes are not followed. All other classes
 * are called own classes here. No object is made.
 */
final class Reach {
    private final Map<Class<?>, List<Class<?>>> implementations;

    /** The own classes, in the order in which they were met. Each has the set of own classes that it leads to. */
    private final Map<Class<?>, Set<Class<?>>> own = new LinkedHashMap<>();

    /** Own generic interfaces and abstract classes, with the types that they are declared as. */
    private final Map<Class<?>, Set<ParameterizedType>> generic = new LinkedHashMap<>();

    private final Map<Field, ParameterizedType> genericFields = new LinkedHashMap<>();
    private final Set<Class<?>> concrete = new LinkedHashSet<>();
    private final Set<Class<?>> ofJava = new LinkedHashSet<>();
    private final Set<Type> seen = new HashSet<>();

    /** Answers found before. Several threads may make values. */
    private final Map<Class<?>, List<Class<?>>> choices = new ConcurrentHashMap<>();

    private final Map<Class<?>, Boolean> holdsItself = new ConcurrentHashMap<>();

    private Reach(Map<Class<?>, List<Class<?>>> implementations) {
        this.implementations = implementations;
    }

    /**
     * Follows a type.
     *
     * @param implementations the classes that stand for interfaces and abstract classes that are not sealed
     */
    static Reach of(Type type, Map<Class<?>, List<Class<?>>> implementations) {
        Reach reach = new Reach(implementations);
        reach.walk(type, new HashSet<>());
        return reach;
    }

    /** The classes that objects may have, including enums and arrays. Java's classes are left out, except arrays. */
    Set<Class<?>> concrete() {
        return concrete;
    }

    /** Java's classes that are declared types of fields, elements and type arguments. */
    Set<Class<?>> ofJava() {
        return ofJava;
    }

    /** All own classes. */
    Set<Class<?>> own() {
        return own.keySet();
    }

    /** Own interfaces and abstract classes. */
    List<Class<?>> abstractTypes() {
        return own.keySet().stream().filter(Reach::isAbstract).toList();
    }

    /** Own interfaces and abstract classes without a known class that stands for them. */
    Set<Class<?>> open() {
        Set<Class<?>> open = new LinkedHashSet<>(abstractTypes());
        open.removeIf(type -> !choices(type).isEmpty());
        return open;
    }

    /** Returns the classes that objects may have if this class is declared, in a fixed order. */
    List<Class<?>> choices(Class<?> declared) {
        return choices.computeIfAbsent(declared, each -> {
            Set<Class<?>> found = new LinkedHashSet<>();
            choose(each, found, new HashSet<>());
            return List.copyOf(found);
        });
    }

    /** The fields whose types are own generic interfaces and abstract classes that are not sealed, with these types. */
    Map<Field, ParameterizedType> genericFields() {
        return genericFields;
    }

    /** Returns the classes that objects may have if this type is declared, in a fixed order. */
    List<Class<?>> choices(ParameterizedType declared) {
        return choices(TypeNames.raw(declared)).stream()
                .filter(each -> Fit.fits(each, declared))
                .toList();
    }

    /** Returns the classes whose objects fit every declaration of this class with type arguments. */
    List<Class<?>> choicesEverywhere(Class<?> declared) {
        return choices(declared).stream()
                .filter(each ->
                        generic.getOrDefault(declared, Set.of()).stream().allMatch(type -> Fit.fits(each, type)))
                .toList();
    }

    /** Whether an object of this class may hold another object of the class, directly or through other objects. */
    boolean holdsItself(Class<?> type) {
        return holdsItself.computeIfAbsent(type, this::leadsToItself);
    }

    private boolean leadsToItself(Class<?> type) {
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

    /** The own classes for which {@link #holdsItself} is true. */
    List<Class<?>> selfContaining() {
        return own.keySet().stream().filter(this::holdsItself).toList();
    }

    static boolean isAbstract(Class<?> type) {
        return !type.isArray()
                && !type.isPrimitive()
                && (type.isInterface() || Modifier.isAbstract(type.getModifiers()) && !type.isEnum());
    }

    /** Whether a class of a jar may stand for this interface or abstract class. */
    private static boolean isOpen(Class<?> type) {
        return isAbstract(type) && !isOfJava(type) && !type.isSealed();
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
     * Follows a type.
     *
     * @param from receives the own classes that the type leads to
     */
    private void walk(Type type, Set<Class<?>> from) {
        if (type instanceof Class<?> plain) {
            visit(plain, from);
        } else if (type instanceof ParameterizedType declared) {
            Class<?> raw = TypeNames.raw(declared);
            if (isOpen(raw)) {
                generic.computeIfAbsent(raw, key -> new LinkedHashSet<>()).add(declared);
            }
            visit(raw, from);
            for (Type argument : declared.getActualTypeArguments()) {
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
            // Its type argument is walked at each place that names the class with its arguments.
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
                    if (field.getGenericType() instanceof ParameterizedType declared
                            && isOpen(TypeNames.raw(declared))) {
                        genericFields.put(field, declared);
                    }
                    walk(field.getGenericType(), leadsTo);
                }
            }
            Type above = each.getGenericSuperclass();
            if (above instanceof ParameterizedType superclass) {
                for (Type argument : superclass.getActualTypeArguments()) {
                    walk(argument, leadsTo);
                }
            }
        }
    }
}
