package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.api.WireFormat;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Link;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side of one worker process: the process, a link to it, and a watchdog. It is confined to one thread
 * except for {@link #close}.
 */
public final class Worker implements Link {
    /** The bytes per second that every codec carries both ways, even if memory is short. */
    private static final long SLOWEST_PER_SECOND = 2 * 1024 * 1024;

    private final WorkerProcess process;
    private final Link link;
    private final Watchdog watchdog;
    private final Duration shortest;
    private @Nullable Hello hello;
    private Duration deadline;

    private Worker(WorkerProcess process, Duration shortest) {
        this.process = process;
        this.shortest = shortest;
        this.deadline = shortest;
        this.link = process.link();
        this.watchdog = new Watchdog(shortest, process::kill);
    }

    /**
     * Starts a worker for one codec without waiting for it. It runs in an empty folder of its own, which is deleted with it: a
     * library that creates files while it decodes must not leave them in the folder of the user.
     *
     * @param payload the payload it will serve, or {@code null} if requests will open payloads
     */
    public static Worker start(WorkerSettings settings, String codec, @Nullable String payload) throws IOException {
        return start(settings, List.of(codec, payload == null ? "" : payload));
    }

    /** Starts a worker with a service for one codec, without waiting for it. */
    public static Worker serving(WorkerSettings settings, String codec, Class<? extends Service> service)
            throws IOException {
        return start(settings, List.of(codec, "", service.getName()));
    }

    /**
     * Starts an executable in any language as a worker, without waiting for it. It answers only the requests that {@link Protocol}
     * lists for foreign workers.
     *
     * @param command the executable, and arguments that come before the parent's pid, the format and the message
     * @param format the format that it reads and writes
     * @param logs the folder for its stderr
     * @param deadline the time that one answer may take before the worker is killed
     * @throws IOException if the executable cannot be started
     */
    public static Worker foreign(List<String> command, WireFormat format, Path logs, Duration deadline)
            throws IOException {
        return new Worker(WorkerProcess.start(new ForeignProgram(command, format), logs, true), deadline);
    }

    private static Worker start(WorkerSettings settings, List<String> arguments) throws IOException {
        return new Worker(
                WorkerProcess.start(new JavaProgram(settings, arguments, true), settings.logs(), true),
                settings.deadline());
    }

    /**
     * Waits for the worker's greeting. Later calls return the same greeting.
     *
     * @throws WorkerException if there is no greeting, or if it is not valid
     */
    public Hello hello() throws IOException {
        if (hello == null) {
            hello = process.hello(this);
        }
        return hello;
    }

    /**
     * Extends the deadline of an answer for messages of this size.
     *
     * @param bytes the approximate size of one value
     */
    public void expect(long bytes) {
        deadline = shortest.plus(Duration.ofMillis(1_000 * bytes / SLOWEST_PER_SECOND));
        watchdog.deadline(deadline);
    }

    public ProcessHandle process() {
        return process.handle();
    }

    /** Sends a batch. If the pipe is broken, the exception says how the worker ended. */
    @Override
    public void send(Batch batch) throws IOException {
        watchdog.begin();
        try {
            link.send(batch);
        } catch (IOException e) {
            throw explain(e);
        } finally {
            watchdog.end();
        }
    }

    /** Waits for the next message until the deadline. The end of the stream means that the worker has ended. */
    @Override
    public boolean receive(Frame into) throws IOException {
        watchdog.begin();
        try {
            if (!link.receive(into)) {
                throw explain(new EOFException("the worker closed its standard output"));
            }
            return true;
        } catch (WorkerException e) {
            throw e;
        } catch (IOException e) {
            throw explain(e);
        } finally {
            watchdog.end();
        }
    }

    @Override
    public boolean ready() {
        return link.ready();
    }

    /** Ends the worker's input, which ends the worker. Its remaining messages can still be received. */
    public void endInput() {
        process.endInput();
    }

    /** Ends the worker's input, kills the worker if it does not end, and reaps it. */
    @Override
    public void close() {
        watchdog.close();
        process.close();
    }

    /** Converts a failed send or receive into an exception that says what happened to the worker. */
    private IOException explain(IOException failure) {
        if (watchdog.fired()) {
            return new WorkerException.Hung(
                    "no answer within " + deadline.toSeconds() + " s; the worker was killed" + process.lastWords());
        }
        if (!process.ended()) {
            process.kill();
            return new WorkerException.Confused(failure.getMessage() + "; the worker was killed" + process.lastWords());
        }
        return new WorkerException.Died(process.exitValue(), process.death());
    }
}
