package dev.pipemark.capability;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.probe.values.Value;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Refusal.Stage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Two threads that use one coder at once. Each has its own values and frames. */
final class Contention {
    /** The number of encodes and decodes of each thread. */
    private static final int TIMES = 2_000;

    private final Coder<Object> shared;
    private final CyclicBarrier start = new CyclicBarrier(2);
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    Contention(Coder<Object> shared) {
        this.shared = shared;
    }

    /** A value that one thread sends, and the description of the value received without contention. */
    record Use(Value<?> kind, Object value, Place alone) {
        static Use of(Coder<Object> coder, Value<?> kind, Object value) throws Failure {
            Frame frame = new Frame();
            Steps.encode(coder, value, frame);
            try {
                return new Use(kind, value, Describer.describe(kind, coder.decode(frame)));
            } catch (Throwable e) {
                throw new Failure(Stage.DECODE, e);
            }
        }
    }

    /** Returns the first failure, or empty if there is none. */
    String between(Use one, Use two) {
        CountDownLatch finished = new CountDownLatch(1);
        Thread other = new Thread(
                () -> {
                    repeat(two);
                    finished.countDown();
                },
                "contender");
        // A coder that spins for ever is killed with its worker.
        other.setDaemon(true);
        other.start();
        repeat(one);
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String first = failure.get();
        return first == null ? "" : first;
    }

    private void repeat(Use use) {
        Frame frame = new Frame();
        try {
            start.await();
            for (int i = 0; i < TIMES && failure.get() == null; i++) {
                frame.reset();
                shared.encode(use.value, frame);
                Place arrived = Describer.describe(use.kind, shared.decode(frame));
                if (!arrived.equals(use.alone)) {
                    failure.compareAndSet(
                            null,
                            "wrong result: " + Arrival.of(use.alone, arrived).detail());
                }
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
