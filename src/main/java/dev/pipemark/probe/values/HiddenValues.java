package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.probe.values.HiddenResources.Counter;
import dev.pipemark.probe.values.HiddenTasks.Task;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Values that look like plain data but contain a resource of their process. The first question asks for the count, the
 * second uses the resource.
 */
final class HiddenValues {
    private static final int COUNT = 7;

    private HiddenValues() {}

    static List<Value<?>> values() {
        return Stream.of(locks(), transients(), shared(), workers(), files(), standing(), nested(), tasks())
                .flatMap(List::stream)
                .toList();
    }

    private static <T extends Counter> Value<T> counter(
            String id, String summary, Shape<T> shape, Value.Maker<? extends T> maker) {
        return Value.holding(id, Group.HIDDEN, summary, shape, maker)
                .byAnswers()
                .asks("count", Counter::getCount)
                .asks("next()", Counter::next);
    }

    private static List<Value<?>> locks() {
        return List.of(
                counter(
                        "field-reentrant-lock",
                        "private final ReentrantLock",
                        Shape.of(HiddenLocks.LockCounter.class, ReentrantLock.class),
                        scope -> new HiddenLocks.LockCounter(new ReentrantLock(), COUNT)),
                counter(
                        "field-monitor-object",
                        "private final Object to synchronize on",
                        Shape.of(HiddenLocks.MonitorCounter.class, Object.class),
                        scope -> new HiddenLocks.MonitorCounter(COUNT)),
                counter(
                        "field-semaphore",
                        "private final Semaphore",
                        Shape.of(HiddenLocks.SemaphoreCounter.class, Semaphore.class),
                        scope -> new HiddenLocks.SemaphoreCounter(COUNT)),
                counter(
                        "field-count-down-latch",
                        "private final CountDownLatch",
                        Shape.of(HiddenLocks.LatchCounter.class, CountDownLatch.class),
                        scope -> new HiddenLocks.LatchCounter(COUNT)),
                counter(
                        "field-optional-lock",
                        "private final Optional<ReentrantLock>",
                        Shape.of(HiddenLocks.OptionalCounter.class, Optional.class, ReentrantLock.class),
                        scope -> new HiddenLocks.OptionalCounter(COUNT)));
    }

    private static List<Value<?>> transients() {
        return List.of(
                counter(
                        "field-transient-lock",
                        "private final transient ReentrantLock",
                        Shape.of(HiddenLocks.TransientCounter.class, ReentrantLock.class),
                        scope -> new HiddenLocks.TransientCounter(COUNT)),
                counter(
                        "field-transient-lock-read-object",
                        "transient ReentrantLock, made again by readObject",
                        Shape.of(HiddenLocks.ReadObjectCounter.class, ReentrantLock.class),
                        scope -> new HiddenLocks.ReadObjectCounter(COUNT)),
                counter(
                        "field-transient-lock-read-resolve",
                        "transient ReentrantLock, made again by readResolve",
                        Shape.of(HiddenLocks.ReadResolveCounter.class, ReentrantLock.class),
                        scope -> new HiddenLocks.ReadResolveCounter(COUNT)),
                counter(
                        "field-lazy-still-null",
                        "a MessageDigest made at the first call, which has not come",
                        Shape.of(HiddenResources.LazyCounter.class),
                        scope -> new HiddenResources.LazyCounter(COUNT)),
                counter(
                        "stream-that-reopens",
                        "transient InputStream, opened again from its name (writeReplace, readResolve)",
                        Shape.of(
                                HiddenResources.ReopeningCounter.class,
                                HiddenResources.ReopeningCounter.Description.class,
                                String.class),
                        scope -> scope.closing(new HiddenResources.ReopeningCounter("HiddenResources.class", COUNT))));
    }

    private static List<Value<?>> shared() {
        return List.of(
                counter(
                        "superclass-lock-not-serializable",
                        "a ReentrantLock in a superclass that is not Serializable",
                        Shape.of(HiddenLocks.InheritingCounter.class, ReentrantLock.class),
                        scope -> new HiddenLocks.InheritingCounter(COUNT)),
                counter(
                        "static-lock",
                        "private static final ReentrantLock",
                        Shape.of(HiddenLocks.StaticLockCounter.class),
                        scope -> new HiddenLocks.StaticLockCounter(COUNT)),
                Value.of(
                                "two-objects-sharing-a-lock",
                                Group.HIDDEN,
                                "two counters with one ReentrantLock",
                                Shape.of(
                                        HiddenLocks.SharingPair.class,
                                        HiddenLocks.LockCounter.class,
                                        ReentrantLock.class),
                                HiddenValues::sharing)
                        .byAnswers()
                        .asks("count of the left", pair -> pair.left().getCount())
                        .asks("count of the right", pair -> pair.right().getCount())
                        .asks(
                                "another thread gets the right lock while the left one is held",
                                pair -> ProcessLockValues.within(
                                        pair.left().lock(),
                                        () -> AnotherThread.gets(pair.right().lock()))));
    }

    private static HiddenLocks.SharingPair sharing() {
        ReentrantLock lock = new ReentrantLock();
        return new HiddenLocks.SharingPair(
                new HiddenLocks.LockCounter(lock, COUNT), new HiddenLocks.LockCounter(lock, COUNT + 1));
    }

    private static List<Value<?>> workers() {
        return List.of(
                counter(
                        "field-thread",
                        "private final Thread",
                        Shape.of(HiddenResources.ThreadCounter.class, Thread.class),
                        scope -> new HiddenResources.ThreadCounter(ProcessThreadValues.parked(scope), COUNT)),
                counter(
                        "field-executor",
                        "private final ExecutorService",
                        Shape.of(HiddenResources.ExecutorCounter.class, ThreadPoolExecutor.class),
                        scope -> new HiddenResources.ExecutorCounter(ProcessThreadValues.pool(scope), COUNT)),
                counter(
                        "field-thread-local",
                        "private final ThreadLocal<Integer>",
                        Shape.of(
                                HiddenResources.ThreadLocalCounter.class,
                                ThreadLocal.withInitial(() -> 1).getClass(),
                                Integer.class),
                        scope -> new HiddenResources.ThreadLocalCounter(COUNT)),
                counter(
                        "field-logger",
                        "private final Logger, not static",
                        Shape.of(HiddenResources.LoggerCounter.class, Logger.class),
                        scope -> new HiddenResources.LoggerCounter(COUNT)),
                counter(
                        "field-class-loader",
                        "private final ClassLoader",
                        Shape.of(
                                HiddenResources.LoaderCounter.class,
                                ClassLoader.getSystemClassLoader().getClass()),
                        scope -> new HiddenResources.LoaderCounter(ClassLoader.getSystemClassLoader(), COUNT)));
    }

    private static List<Value<?>> files() {
        return List.of(
                counter(
                        "field-socket",
                        "private final Socket, connected",
                        Shape.of(HiddenResources.SocketCounter.class, Socket.class),
                        scope -> new HiddenResources.SocketCounter(ProcessFileValues.socket(scope), COUNT)),
                counter(
                        "field-file-input-stream",
                        "private final FileInputStream",
                        Shape.of(HiddenResources.FileCounter.class, java.io.FileInputStream.class),
                        scope -> new HiddenResources.FileCounter(ProcessFileValues.input(scope), COUNT)),
                counter(
                        "field-log-file-writer",
                        "private final BufferedWriter of a log file",
                        Shape.of(HiddenResources.WriterCounter.class, java.io.BufferedWriter.class),
                        scope -> new HiddenResources.WriterCounter(
                                scope.closing(Files.newBufferedWriter(ProcessFileValues.file(scope))), COUNT)),
                counter(
                        "field-own-connection",
                        "a user's connection class that is not Serializable",
                        Shape.of(
                                HiddenResources.ConnectionCounter.class,
                                HiddenResources.Connection.class,
                                String.class),
                        scope -> new HiddenResources.ConnectionCounter(
                                scope.closing(new HiddenResources.Connection("server")), COUNT)));
    }

    private static List<Value<?>> standing() {
        Iterator<Integer> example = ProcessStreamValues.started();
        return List.of(
                counter(
                        "field-iterator",
                        "private final Iterator of an ArrayList, half consumed",
                        Shape.of(
                                HiddenResources.IteratorCounter.class,
                                example.getClass(),
                                ArrayList.class,
                                Integer.class),
                        scope -> new HiddenResources.IteratorCounter(ProcessStreamValues.started(), COUNT)),
                counter(
                        "field-stream",
                        "private final Stream<Integer>",
                        Shape.of(
                                HiddenResources.StreamCounter.class,
                                Stream.of(1, 2).getClass(),
                                Integer.class),
                        scope -> new HiddenResources.StreamCounter(Stream.of(1, 2), COUNT)));
    }

    private static List<Value<?>> nested() {
        return List.of(
                counter(
                        "thread-in-list",
                        "a Thread in a List in a field",
                        Shape.of(HiddenResources.ListCounter.class, ArrayList.class, Thread.class),
                        scope -> new HiddenResources.ListCounter(
                                new ArrayList<>(List.of(ProcessThreadValues.parked(scope))), COUNT)),
                counter(
                        "executor-in-map",
                        "an ExecutorService as the value of a Map in a field",
                        Shape.of(
                                HiddenResources.MapCounter.class,
                                HashMap.class,
                                String.class,
                                ThreadPoolExecutor.class),
                        scope -> {
                            Map<String, ExecutorService> pools = new HashMap<>();
                            pools.put("pool", ProcessThreadValues.pool(scope));
                            return new HiddenResources.MapCounter(pools, COUNT);
                        }),
                counter(
                        "superclass-thread",
                        "a Thread in a Serializable superclass",
                        Shape.of(HiddenResources.ThreadChild.class, Thread.class),
                        scope -> new HiddenResources.ThreadChild(ProcessThreadValues.parked(scope), COUNT)),
                counter(
                        "inner-class-thread-in-outer-this",
                        "inner class whose this$0 keeps a Thread",
                        Shape.of(
                                HiddenResources.ThreadOwner.Inner.class,
                                HiddenResources.ThreadOwner.class,
                                Thread.class),
                        scope -> new HiddenResources.ThreadOwner(ProcessThreadValues.parked(scope)).new Inner(COUNT)));
    }

    private static Value<Task> task(String id, String summary, Shape<Task> shape, Value.Maker<Task> maker) {
        return Value.holding(id, Group.HIDDEN, summary, shape, maker)
                .byAnswers()
                .asks("next()", Task::next);
    }

    /** The shape includes the class that contains the lambda, because codecs that register classes need it. */
    private static Shape<Task> shape(Class<?>... captured) {
        List<Class<?>> classes = new ArrayList<>(List.of(HiddenTasks.class));
        classes.addAll(List.of(captured));
        return Shape.of(Task.class, classes.toArray(Class<?>[]::new));
    }

    private static List<Value<?>> tasks() {
        return List.of(
                task(
                        "lambda-capturing-lock",
                        "Serializable lambda that captures a ReentrantLock",
                        shape(ReentrantLock.class, Integer.class),
                        scope -> HiddenTasks.locked(new ReentrantLock(), COUNT)),
                task(
                        "lambda-capturing-thread",
                        "Serializable lambda that captures a Thread",
                        shape(Thread.class, Integer.class),
                        scope -> HiddenTasks.threaded(ProcessThreadValues.parked(scope), COUNT)),
                task(
                        "lambda-capturing-socket",
                        "Serializable lambda that captures a Socket",
                        shape(Socket.class, Integer.class),
                        scope -> HiddenTasks.connected(ProcessFileValues.socket(scope), COUNT)),
                task(
                        "bound-method-lock-in-this",
                        "counter::next where the counter keeps a ReentrantLock",
                        shape(HiddenLocks.LockCounter.class, ReentrantLock.class),
                        scope -> HiddenTasks.bound(new HiddenLocks.LockCounter(new ReentrantLock(), COUNT))),
                task(
                        "bound-method-thread-in-this",
                        "counter::next where the counter keeps a Thread",
                        shape(HiddenResources.ThreadCounter.class, Thread.class),
                        scope -> HiddenTasks.bound(
                                new HiddenResources.ThreadCounter(ProcessThreadValues.parked(scope), COUNT))),
                task(
                        "bound-method-socket-in-this",
                        "counter::next where the counter keeps a Socket",
                        shape(HiddenResources.SocketCounter.class, Socket.class),
                        scope -> HiddenTasks.bound(
                                new HiddenResources.SocketCounter(ProcessFileValues.socket(scope), COUNT))));
    }
}
