package dev.pipemark.bench;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.runner.FailureAssistException;

/**
 * The threads of a fork, with the number and the kind that JMH uses itself. An exception of a benchmark in one of them,
 * from its set-up, its measured part or its tear-down, becomes a {@link ForkException} before JMH sees it. The system
 * properties {@link #KIND} and {@link #NAME} make JMH use this executor.
 */
public final class ForkThreads extends ThreadPoolExecutor {
    /** The flag that makes JMH use the executor of a named class. */
    public static final String KIND = "-Djmh.executor=CUSTOM";

    /** The flag that names this class. */
    public static final String NAME = "-Djmh.executor.class=" + ForkThreads.class.getName();

    /** Makes the executor. JMH calls this constructor. */
    public ForkThreads(int threads, String prefix) {
        super(threads, threads, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>());
        AtomicInteger made = new AtomicInteger();
        setThreadFactory(task -> {
            Thread thread = new Thread(task, prefix + "-jmh-worker-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
        return new FutureTask<>(() -> {
            try {
                return task.call();
            } catch (Throwable e) {
                Throwable thrown = inside(e);
                // JMH drops exceptions of this class: they mean that another thread has failed.
                throw thrown instanceof FailureAssistException assist ? assist : ForkException.of(thrown);
            }
        });
    }

    /** Returns the exception of the benchmark. JMH calls it by reflection, and wraps its exception once more. */
    private static Throwable inside(Throwable thrown) {
        Throwable inside = thrown;
        while (inside.getCause() != null
                && (inside.getClass() == Exception.class || inside instanceof InvocationTargetException)) {
            inside = inside.getCause();
        }
        return inside;
    }
}
