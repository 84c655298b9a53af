package dev.pipemark.probe.values;

import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;

/** User classes with fields of JDK classes. */
public final class JdkHolders {
    private JdkHolders() {}

    /** Declared serializable, but {@code Optional} is not. */
    public record Profile(String name, Optional<String> nickname) implements Serializable {}

    /** Declared serializable, but no {@code Path} is. */
    public record Source(String name, Path file) implements Serializable {}

    /** The interface of the proxy. */
    public interface Greeter {
        String greet(String name);
    }

    /** The handler of the proxy, which defines its behaviour. */
    public record Greeting(String word) implements InvocationHandler, Serializable {
        @Override
        public Object invoke(Object proxy, Method method, Object[] args) throws ReflectiveOperationException {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, args);
            }
            return word + ", " + args[0];
        }
    }
}
