package dev.pipemark.pool;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * A function by its name. Only the name is sent: each worker looks the function up on its own class path. Use it to run
 * functions with codecs that carry only data.
 *
 * @param className the class, as {@link Class#getName} returns it
 * @param method a public static method, or empty if the class itself is a {@link Work}
 * @param settings the arguments of the class's constructor, all of them strings
 */
public record Named(String className, String method, List<String> settings) {
    public Named {
        settings = List.copyOf(settings);
    }

    /**
     * Names a public static method of a public class. The class must have exactly one such method with as many
     * parameters as the job has arguments.
     *
     * @throws IllegalArgumentException if the class has no public static method with this name
     */
    public static Named method(Class<?> owner, String method) {
        if (Arrays.stream(owner.getMethods())
                .noneMatch(one -> one.getName().equals(method) && Modifier.isStatic(one.getModifiers()))) {
            throw new IllegalArgumentException(owner.getName() + " has no public static method " + method
                    + ": check its name and that it is public");
        }
        return new Named(owner.getName(), method, List.of());
    }

    /**
     * Names a public class. Each worker creates one instance for the job with the public constructor that takes this
     * many strings. Expensive objects such as connections or models should be created there, once.
     */
    public static Named instance(Class<? extends Work<?, ?>> type, String... settings) {
        return new Named(type.getName(), "", List.of(settings));
    }

    /** Looks the function up in this process. */
    Target find(int arguments) throws ReflectiveOperationException {
        Class<?> owner = Class.forName(className, true, Thread.currentThread().getContextClassLoader());
        if (method.isEmpty()) {
            Class<?>[] strings = new Class<?>[settings.size()];
            Arrays.fill(strings, String.class);
            Object made = owner.getConstructor(strings).newInstance(settings.toArray());
            return Target.of(made);
        }
        List<Method> found = Arrays.stream(owner.getMethods())
                .filter(one -> one.getName().equals(method)
                        && Modifier.isStatic(one.getModifiers())
                        && one.getParameterCount() == arguments)
                .toList();
        if (found.size() != 1) {
            throw new NoSuchMethodException(className + " must have one public static method " + method + " with "
                    + arguments + " parameters, but has " + found.size());
        }
        return Target.of(found.get(0));
    }
}
