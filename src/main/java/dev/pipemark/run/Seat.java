package dev.pipemark.run;

import dev.pipemark.machine.Activity;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The runner's side of one fork of a sitting: the thread in which JMH waits for it, its processes, and its connection to
 * the gate. Each step of the fork has a deadline. The time that it waits for others does not count. Only one thread may
 * use a seat.
 */
final class Seat {
    /** The time between two looks at the threads of a fork. */
    private static final long LOOK_NANOS = 1_000_000;

    /** The number of looks in a row that must find no thread at work. */
    private static final int LOOKS = 2;

    private final ForkLog log;
    private final String ticket;
    private final double grace;
    private final Interruption interruption;
    private final FutureTask<Optional<Fork>> call;

    /** The seconds that are left of the waits for idle compilers. */
    private double patience;

    private @Nullable ForkProcesses processes;
    private @Nullable GateLine line;
    private GateLine.Place place = GateLine.Place.UNDER_WAY;
    private long arrived;
    private volatile long waitedNanos;
    private volatile Map<Metric, Double> memory = Map.of();
    private volatile boolean late;

    /**
     * Makes a seat.
     *
     * @param log the log of this fork alone
     * @param grace the seconds that a step may take longer than planned before the fork is killed
     * @param patience the seconds that the others wait for the compilers of this fork, over all laps
     * @param fork runs the fork, and returns when it has ended
     */
    Seat(ForkLog log, String ticket, double grace, double patience, Interruption interruption, Call fork) {
        this.log = log;
        this.ticket = ticket;
        this.grace = grace;
        this.patience = patience;
        this.interruption = interruption;
        this.call = new FutureTask<>(() -> fork.run(log, ticket, this::course));
    }

    /** Runs a fork that has its own log and takes turns. */
    interface Call {
        Optional<Fork> run(ForkLog log, String ticket, Course course);
    }

    /**
     * Starts the fork, and waits until it has warmed up and is at the gate, or has ended.
     *
     * @param seconds the planned seconds
     */
    void start(GateKeeper keeper, double seconds) throws IOException {
        // Forks of a sitting start one after another, so all processes that start until it arrives belong to this one.
        ForkProcesses own = ForkProcesses.from();
        Thread thread = new Thread(
                () -> {
                    log.adopt();
                    call.run();
                },
                "pipemark-seat");
        thread.setDaemon(true);
        thread.start();
        // This must come last. If no thread can be started, there is no call, and no code may wait for its end.
        processes = own;
        Deadline deadline = new Deadline(seconds + grace, interruption);
        line = keeper.accept(ticket, () -> !call.isDone() && deadline.open()).orElse(null);
        awaitArrival(deadline);
        own.settle();
    }

    /** Returns whether the fork waits for its next turn. */
    boolean waits() {
        return place == GateLine.Place.AT_THE_GATE;
    }

    /** Notes the memory that the processes hold. All forks of the sitting must be waiting. */
    void weigh() {
        if (processes != null) {
            memory = processes.memory();
        }
    }

    /**
     * Lets the fork measure, and waits until it is at the gate again and idle, or has ended.
     *
     * @param iterations the number of iterations in the turn. The turn ends with the last iteration of the fork
     * @param seconds the planned seconds of one iteration
     */
    void takeTurn(int iterations, double seconds) {
        for (int i = 0; i < iterations && waits(); i++) {
            enter();
            awaitArrival(new Deadline(seconds + grace, interruption));
        }
        awaitIdle();
    }

    /**
     * Waits until no thread of the fork and its workers works, or until its patience is spent. The compilers and the
     * collector still work when the fork is already at the gate. In the turn of another fork they would take time from the core
     * that it measures on.
     */
    void awaitIdle() {
        ForkProcesses own = processes;
        if (own == null || patience <= 0 || !waits() && place != GateLine.Place.DONE) {
            return;
        }
        long begun = System.nanoTime();
        List<ProcessHandle> all = own.alive();
        Deadline deadline = new Deadline(patience, interruption);
        int idle = 0;
        while (idle < LOOKS && deadline.open()) {
            idle = Activity.any(all) ? 0 : idle + 1;
            LockSupport.parkNanos(LOOK_NANOS);
        }
        // The fork has caused this wait, so it counts as its own time.
        long taken = System.nanoTime() - begun;
        arrived += taken;
        patience -= taken / 1e9;
    }

    /**
     * Lets a fork that has measured everything check its values, and waits until it has left the gate. It may still be
     * ending.
     */
    void dismiss() {
        if (place == GateLine.Place.DONE) {
            enter();
            GateLine left = line;
            if (left != null && left.arrival(new Deadline(grace, interruption)::open) == GateLine.Place.UNDER_WAY) {
                kill();
            }
        }
    }

    /** Waits until a dismissed fork has ended. */
    void awaitEnd() {
        end(new Deadline(grace, interruption));
    }

    /** Ends the fork, if it has not ended, and its connection. */
    void kill() {
        end(new Deadline(0, interruption));
        GateLine open = line;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // The other side has closed the connection.
            }
        }
    }

    /** Returns the fork after its end. Empty if the run was interrupted. */
    Optional<Fork> fork() {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fork could not be run: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Course.Times course() {
        return new Course.Times(late, waitedNanos / 1e9, memory);
    }

    private void enter() {
        waitedNanos += System.nanoTime() - arrived;
        if (line != null) {
            line.enter();
        }
    }

    private void awaitArrival(Deadline deadline) {
        place = line == null ? GateLine.Place.GONE : line.arrival(deadline::open);
        arrived = System.nanoTime();
        if (place == GateLine.Place.GONE) {
            end(new Deadline(grace, interruption));
        } else if (place == GateLine.Place.UNDER_WAY) {
            kill();
        }
    }

    /** Waits until the call has returned, and kills the fork after the deadline. */
    private void end(Deadline deadline) {
        while (processes != null && !ended()) {
            if (!deadline.open()) {
                late = !interruption.requested();
                processes.kill();
            }
        }
    }

    private boolean ended() {
        try {
            call.get(GateKeeper.LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
