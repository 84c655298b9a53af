package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.AnotherThread.PATIENCE;
import static dev.pipemark.probe.values.ProcessValues.held;
import static dev.pipemark.probe.values.ProcessValues.made;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.List;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Threads, and executors that run tasks on them. */
final class ProcessThreadValues {
    private ProcessThreadValues() {}

    static List<Value<?>> values() {
        return Stream.of(threads(), threadLocals(), executors(), tasks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> threads() {
        return List.of(
                made(
                                "thread-not-started",
                                "new Thread(task), not started",
                                Shape.of(Thread.class),
                                () -> new Thread(() -> {}, "not started"))
                        .notes("getName()", Thread::getName)
                        .asks("getState()", Thread::getState)
                        .asks("start(), join(), getState()", thread -> {
                            thread.start();
                            thread.join(PATIENCE);
                            return thread.getState();
                        }),
                held("thread-running", "a waiting daemon thread", Shape.of(Thread.class), ProcessThreadValues::parked)
                        .notes("getName()", Thread::getName)
                        .asks("isAlive()", Thread::isAlive)
                        .asks("is a running thread of this process", ProcessThreadValues::runsHere),
                made("thread-current", "Thread.currentThread()", Shape.of(Thread.class), Thread::currentThread)
                        .asks("isAlive()", Thread::isAlive)
                        .asks("is a running thread of this process", ProcessThreadValues::runsHere));
    }

    /** Starts a thread that only waits. It is interrupted when it is no longer needed. */
    static Thread parked(Scope scope) {
        Thread thread = new Thread(
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "parked");
        thread.setDaemon(true);
        thread.start();
        scope.closing(thread::interrupt);
        return thread;
    }

    /** Asks the process and not the object: a thread with copied fields may report that it is alive. */
    private static boolean runsHere(Thread thread) {
        return Thread.getAllStackTraces().containsKey(thread);
    }

    private static List<Value<?>> threadLocals() {
        return List.of(
                held(
                                "thread-local",
                                "ThreadLocal<String> with a value set",
                                Shape.of(new TypeOf<ThreadLocal<String>>() {}, ThreadLocal.class, String.class),
                                scope -> set(new ThreadLocal<String>(), scope))
                        .asks("get()", ThreadLocal::get),
                held(
                                "inheritable-thread-local",
                                "InheritableThreadLocal<String> with a value set",
                                Shape.of(
                                        new TypeOf<InheritableThreadLocal<String>>() {},
                                        InheritableThreadLocal.class,
                                        String.class),
                                scope -> set(new InheritableThreadLocal<String>(), scope))
                        .asks("get() in a thread started now", local -> AnotherThread.answers(local::get)));
    }

    private static <L extends ThreadLocal<String>> L set(L local, Scope scope) {
        local.set("set by the maker");
        scope.closing(local::remove);
        return local;
    }

    private static List<Value<?>> executors() {
        return List.of(
                held(
                                "executor-fixed",
                                "Executors.newFixedThreadPool(2)",
                                Shape.of(ExecutorService.class, ThreadPoolExecutor.class),
                                ProcessThreadValues::pool)
                        .asks("isShutdown()", ExecutorService::isShutdown)
                        .asks("submit(() -> 2).get()", ProcessThreadValues::submits),
                held(
                                "executor-scheduled",
                                "Executors.newScheduledThreadPool(1)",
                                Shape.of(ScheduledExecutorService.class, ScheduledThreadPoolExecutor.class),
                                scope -> {
                                    ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
                                    scope.closing(executor::shutdownNow);
                                    return executor;
                                })
                        .asks("isShutdown()", ExecutorService::isShutdown)
                        .asks("schedule(() -> 2, 1 ms).get()", executor -> {
                            try {
                                return executor.schedule(() -> 2, 1, TimeUnit.MILLISECONDS)
                                        .get(PATIENCE, TimeUnit.MILLISECONDS);
                            } finally {
                                executor.shutdownNow();
                            }
                        }),
                made(
                                "fork-join-common-pool",
                                "ForkJoinPool.commonPool()",
                                Shape.of(ForkJoinPool.class),
                                ForkJoinPool::commonPool)
                        .asks("is this process's", pool -> pool == ForkJoinPool.commonPool())
                        .asks("submit(() -> 2).get()", ProcessThreadValues::submits),
                held("timer", "new Timer(true)", Shape.of(Timer.class), scope -> {
                            Timer timer = new Timer("timer", true);
                            scope.closing(timer::cancel);
                            return timer;
                        })
                        .asks("runs a task on", ProcessThreadValues::runs));
    }

    /** Creates a pool that has started no thread yet. */
    static ExecutorService pool(Scope scope) {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        scope.closing(executor::shutdownNow);
        return executor;
    }

    /** Also shuts the executor down, because nothing else does that for a received one. */
    private static int submits(ExecutorService executor) throws Exception {
        try {
            return executor.submit(() -> 2).get(PATIENCE, TimeUnit.MILLISECONDS);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Returns the name of the timer's thread and whether it is a daemon. */
    private static String runs(Timer timer) throws InterruptedException {
        AtomicReference<String> on = new AtomicReference<>("nothing ran");
        CountDownLatch ran = new CountDownLatch(1);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        Thread thread = Thread.currentThread();
                        on.set(thread.getName() + (thread.isDaemon() ? ", a daemon" : ""));
                        ran.countDown();
                    }
                },
                0);
        if (!ran.await(PATIENCE, TimeUnit.MILLISECONDS)) {
            return "nothing ran yet";
        }
        return Objects.requireNonNull(on.get());
    }

    private static List<Value<?>> tasks() {
        return List.of(
                held(
                                "completable-future-pending",
                                "CompletableFuture<Integer> that a stage waits for",
                                Shape.of(
                                        new TypeOf<CompletableFuture<Integer>>() {},
                                        CompletableFuture.class,
                                        Integer.class),
                                scope -> {
                                    CompletableFuture<Integer> pending = new CompletableFuture<>();
                                    CompletableFuture<Integer> waiting = pending.thenApply(number -> 2 * number);
                                    scope.closing(() -> waiting.cancel(true));
                                    return pending;
                                })
                        .asks("isDone()", CompletableFuture::isDone)
                        .asks("stages that wait for it", CompletableFuture::getNumberOfDependents)
                        .asks("complete(7), getNow(-1)", pending -> {
                            pending.complete(7);
                            return pending.getNow(-1);
                        }),
                made(
                                "future-task",
                                "new FutureTask<>(() -> 7), not run",
                                Shape.of(new TypeOf<FutureTask<Integer>>() {}, FutureTask.class, Integer.class),
                                () -> new FutureTask<>(() -> 7))
                        .asks("isDone()", FutureTask::isDone)
                        .asks("run(), get()", task -> {
                            task.run();
                            return task.get(PATIENCE, TimeUnit.MILLISECONDS);
                        }));
    }
}
