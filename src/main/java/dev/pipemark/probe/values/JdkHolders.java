package dev.pipemark.probe.values;

import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;

/** Classes of a user around values of the JDK. */
public final class JdkHolders {
    private JdkHolders() {}

    /** Serializable by its own word, and yet not: {@code Optional} is not. */
    public record Profile(String name, Optional<String> nickname) implements Serializable {}

    /** Serializable by its own word, and yet not: no {@code Path} is. */
    public record Source(String name, Path file) implements Serializable {}

    /** What the proxy implements. */
    public interface Greeter {
        String greet(String name);
    }

    /** Behind the proxy; what the proxy does is in here. */
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
