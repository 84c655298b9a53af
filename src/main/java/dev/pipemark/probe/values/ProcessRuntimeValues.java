package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.ProcessValues.held;
import static dev.pipemark.probe.values.ProcessValues.made;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Objects that exist once in a virtual machine, or that it manages itself. */
final class ProcessRuntimeValues {
    /** Lives as long as its class, so that garbage collection cannot change an answer. */
    private static final String REFERENT = "referent";

    private ProcessRuntimeValues() {}

    static List<Value<?>> values() {
        return Stream.of(machine(), loaders(), references())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> machine() {
        return List.of(
                made("runtime", "Runtime.getRuntime()", Shape.of(Runtime.class), Runtime::getRuntime)
                        .asks("is this process's", runtime -> runtime == Runtime.getRuntime()),
                made(
                                "process-handle",
                                "ProcessHandle.current()",
                                Shape.of(
                                        ProcessHandle.class,
                                        ProcessHandle.current().getClass()),
                                ProcessHandle::current)
                        .asks(
                                "is this process's",
                                handle ->
                                        handle.pid() == ProcessHandle.current().pid())
                        .asks("isAlive()", ProcessHandle::isAlive),
                made(
                                "logger",
                                "java.util.logging.Logger",
                                Shape.of(Logger.class),
                                () -> Logger.getLogger("pipemark.probe"))
                        .asks("getName()", Logger::getName)
                        .asks("is this process's", logger -> logger == Logger.getLogger("pipemark.probe")),
                made("stack-walker", "StackWalker.getInstance()", Shape.of(StackWalker.class), StackWalker::getInstance)
                        .asks(
                                "finds a frame",
                                walker ->
                                        walker.walk(frames -> frames.findFirst().isPresent())),
                made(
                                "var-handle",
                                "MethodHandles.arrayElementVarHandle(int[].class)",
                                Shape.of(
                                        VarHandle.class,
                                        MethodHandles.arrayElementVarHandle(int[].class)
                                                .getClass()),
                                () -> MethodHandles.arrayElementVarHandle(int[].class))
                        .asks("the second of 5, 6", handle -> (int) handle.get(new int[] {5, 6}, 1)));
    }

    private static List<Value<?>> loaders() {
        return List.of(
                made(
                                "class-loader-of-the-application",
                                "ClassLoader.getSystemClassLoader()",
                                Shape.of(
                                        ClassLoader.class,
                                        ClassLoader.getSystemClassLoader().getClass()),
                                ClassLoader::getSystemClassLoader)
                        .asks("is this process's", loader -> loader == ClassLoader.getSystemClassLoader())
                        .asks("finds a class of this process", ProcessRuntimeValues::findsClasses),
                held(
                                "class-loader-of-urls",
                                "new URLClassLoader(no URLs)",
                                Shape.of(URLClassLoader.class),
                                scope -> scope.closing(
                                        new URLClassLoader("named", new URL[0], ClassLoader.getSystemClassLoader())))
                        .notes("getName()", ClassLoader::getName)
                        .asks("finds a class of this process", ProcessRuntimeValues::findsClasses),
                made("module", "String.class.getModule()", Shape.of(Module.class), String.class::getModule)
                        .asks("getName()", Module::getName)
                        .asks("is this process's", module -> module == String.class.getModule()));
    }

    private static boolean findsClasses(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass(Value.class.getName()) == Value.class;
    }

    private static List<Value<?>> references() {
        return List.of(
                made(
                                "weak-reference",
                                "new WeakReference<>(a string constant)",
                                Shape.of(new TypeOf<WeakReference<String>>() {}, WeakReference.class, String.class),
                                () -> new WeakReference<>(REFERENT))
                        .asks("get()", WeakReference::get),
                made(
                                "soft-reference",
                                "new SoftReference<>(a string constant)",
                                Shape.of(new TypeOf<SoftReference<String>>() {}, SoftReference.class, String.class),
                                () -> new SoftReference<>(REFERENT))
                        .asks("get()", SoftReference::get),
                made(
                                "reference-queue",
                                "new ReferenceQueue<String>()",
                                Shape.of(new TypeOf<ReferenceQueue<String>>() {}, ReferenceQueue.class),
                                () -> new ReferenceQueue<>())
                        .asks("returns an enqueued reference", queue -> {
                            WeakReference<String> reference = new WeakReference<>(REFERENT, queue);
                            reference.enqueue();
                            return queue.poll() == reference;
                        }),
                made("cleaner", "Cleaner.create()", Shape.of(Cleaner.class), Cleaner::create)
                        .asks("clean() runs the action", cleaner -> {
                            AtomicBoolean ran = new AtomicBoolean();
                            cleaner.register(new Object(), () -> ran.set(true)).clean();
                            return ran.get();
                        }));
    }
}
