package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Values about the program itself: classes, methods, exceptions, futures, proxies, bare objects. */
final class PlatformValues {
    private PlatformValues() {}

    static List<Value<?>> values() {
        return Stream.of(reflected(), failures(), objects(), ToolValues.values())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> value(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.JDK, summary, shape, maker);
    }

    private static List<Value<?>> reflected() {
        return List.of(
                value(
                        "class-object",
                        "ArrayList.class",
                        Shape.of(new TypeOf<Class<?>>() {}, Class.class),
                        () -> ArrayList.class),
                value(
                        "class-of-primitive",
                        "int.class",
                        Shape.of(new TypeOf<Class<?>>() {}, Class.class),
                        () -> int.class),
                value(
                                "reflect-method",
                                "String.class.getMethod(\"substring\", int.class)",
                                Shape.of(Method.class),
                                () -> String.class.getMethod("substring", int.class))
                        .asks("invoke(\"pipemark\", 4)", method -> method.invoke("pipemark", 4)),
                value(
                                "method-handle",
                                "a MethodHandle of String.length()",
                                Shape.of(MethodHandle.class, length().getClass()),
                                PlatformValues::length)
                        .byAnswers()
                        .asks("type()", handle -> handle.type().toString())
                        .asks("invoke(\"pipemark\")", PlatformValues::lengthBy));
    }

    private static List<Value<?>> failures() {
        return List.of(
                value(
                        "stack-trace-element",
                        "a StackTraceElement with module and version",
                        Shape.of(StackTraceElement.class),
                        () -> new StackTraceElement("app", "org.acme", "2.1", "org.acme.Main", "run", "Main.java", 42)),
                value(
                        "throwable-with-cause-and-suppressed",
                        "an IllegalStateException with a cause and one suppressed",
                        Shape.of(
                                IllegalStateException.class,
                                IOException.class,
                                ArithmeticException.class,
                                StackTraceElement.class,
                                StackTraceElement[].class,
                                ArrayList.class),
                        PlatformValues::failure));
    }

    private static List<Value<?>> objects() {
        return List.of(
                value("bare-object", "new Object()", Shape.of(Object.class), () -> new Object()),
                value(
                                "completable-future-completed",
                                "CompletableFuture.completedFuture(\"done\")",
                                Shape.of(
                                        new TypeOf<CompletableFuture<String>>() {},
                                        CompletableFuture.class,
                                        String.class),
                                () -> CompletableFuture.completedFuture("done"))
                        .byAnswers()
                        .asks("getNow(\"pending\")", future -> future.getNow("pending")),
                value(
                                "proxy-with-serializable-handler",
                                "a java.lang.reflect.Proxy, handled by a Serializable record",
                                Shape.of(JdkHolders.Greeter.class, JdkHolders.Greeting.class, String.class),
                                PlatformValues::proxy)
                        .asks("greet(\"Ada\")", greeter -> greeter.greet("Ada")));
    }

    private static MethodHandle length() {
        try {
            return MethodHandles.publicLookup().findVirtual(String.class, "length", MethodType.methodType(int.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every String has a length", e);
        }
    }

    /** Converts the exception: a handle may throw any throwable, an answer only exceptions and errors. */
    private static int lengthBy(MethodHandle handle) throws Exception {
        try {
            return (int) handle.invoke("pipemark");
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("neither an exception nor an error", e);
        }
    }

    private static IllegalStateException failure() {
        IllegalStateException failure = new IllegalStateException("not sent", new IOException("broken pipe"));
        failure.addSuppressed(new ArithmeticException("/ by zero"));
        return failure;
    }

    private static JdkHolders.Greeter proxy() {
        return (JdkHolders.Greeter) Proxy.newProxyInstance(
                JdkHolders.Greeter.class.getClassLoader(),
                new Class<?>[] {JdkHolders.Greeter.class},
                new JdkHolders.Greeting("Hello"));
    }
}
