package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.model.Call;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Functions as data: the name of a method and its first arguments. The receiver looks the method up.
 *
 * <p>The names come from a peer, so the lookup is narrow. It accepts only public static methods of
 * {@link NamedFunctions} that take and return longs.
 */
final class NamedCalls implements Payload<Call> {
    private static final Map<String, Method> CALLABLE = callable();
    private static final String CLASS_NAME = NamedFunctions.class.getName();

    @Override
    public String id() {
        return "named";
    }

    @Override
    public Family family() {
        return Family.FUNCTIONS;
    }

    @Override
    public Shape<Call> shape() {
        return Shape.of(Call.class, ArrayList.class, Long.class, String.class);
    }

    @Override
    public Call create(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        return random.chance(2)
                ? new Call(CLASS_NAME, "multiplyAdd", new ArrayList<>(List.of(random.next(), random.next())))
                : new Call(CLASS_NAME, "rotateXor", new ArrayList<>(List.of((long) random.below(64), random.next())));
    }

    /**
     * Calls the named method.
     *
     * @throws IllegalArgumentException if the lookup does not accept the method
     */
    @Override
    public Long use(Call arrived, long argument) throws Exception {
        Object[] arguments = new Object[arrived.arguments().size() + 1];
        int count = 0;
        for (Long given : arrived.arguments()) {
            arguments[count++] = given;
        }
        arguments[count] = argument;
        Method method =
                arrived.className().equals(CLASS_NAME) ? CALLABLE.get(key(arrived.method(), arguments.length)) : null;
        if (method == null) {
            throw new IllegalArgumentException(arrived.className() + "." + arrived.method() + " of " + arguments.length
                    + " arguments may not be called. These methods of " + CLASS_NAME + " may be called: "
                    + CALLABLE.keySet());
        }
        try {
            return (Long) method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception thrown ? thrown : e;
        }
    }

    @Override
    public Shape<?> reply() {
        return Shape.of(Long.class);
    }

    @Override
    public boolean same(Call sent, @Nullable Object arrived) {
        return sent.equals(arrived);
    }

    private static Map<String, Method> callable() {
        Map<String, Method> methods = new TreeMap<>();
        for (Method method : NamedFunctions.class.getDeclaredMethods()) {
            int modifiers = method.getModifiers();
            if (Modifier.isPublic(modifiers)
                    && Modifier.isStatic(modifiers)
                    && method.getReturnType() == long.class
                    && Arrays.stream(method.getParameterTypes()).allMatch(type -> type == long.class)) {
                methods.put(key(method.getName(), method.getParameterCount()), method);
            }
        }
        return methods;
    }

    private static String key(String method, int arguments) {
        return method + "/" + arguments;
    }
}
