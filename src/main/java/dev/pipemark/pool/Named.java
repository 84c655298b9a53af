package dev.pipemark.pool;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * A function by its name: nothing of it travels, each worker looks it up on its own class path. This is how work is shipped
 * with codecs that carry data only.
 *
 * @param className the class, as {@link Class#getName} has it
 * @param method a public static method; empty where the class itself is a {@link Work}
 * @param settings what the class's constructor is given, all of them strings
 */
public record Named(String className, String method, List<String> settings) {
    public Named {
        settings = List.copyOf(settings);
    }

    /**
     * A public static method of a public class; the only one of its name with so many parameters as the job has arguments.
     *
     * @throws IllegalArgumentException when there is none of this name
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
     * A public class, of which each worker makes one instance for the job by its public constructor of so many strings.
     * What is expensive to make, a connection or a model, is made there once.
     */
    public static Named instance(Class<? extends Work<?, ?>> type, String... settings) {
        return new Named(type.getName(), "", List.of(settings));
    }

    /** Looks it up in this process. */
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
            throw new NoSuchMethodException(className + " has " + found.size() + " public static methods " + method
                    + " of " + arguments + " parameters where there must be one");
        }
        return Target.of(found.get(0));
    }
}
