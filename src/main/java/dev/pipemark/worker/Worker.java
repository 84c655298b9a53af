package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Link;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side of one worker process: a child JVM, a link to it, a watchdog over it. Confined to one thread but
 * for {@link #close}.
 */
public final class Worker implements Link {
    /** Bytes of a value that any codec carries there and back in a second, even where memory is short. */
    private static final long SLOWEST_PER_SECOND = 2 * 1024 * 1024;

    private final WorkerProcess process;
    private final Link link;
    private final Watchdog watchdog;
    private final WorkerSettings settings;
    private @Nullable Hello hello;
    private Duration deadline;

    private Worker(WorkerProcess process, WorkerSettings settings) {
        this.process = process;
        this.settings = settings;
        this.deadline = settings.deadline();
        this.link = process.link();
        this.watchdog = new Watchdog(settings.deadline(), process::kill);
    }

    /**
     * Starts a worker for one codec, without waiting for it.
     *
     * @param payload the payload it will serve, or {@code null} to open payloads by request
     */
    public static Worker start(WorkerSettings settings, String codec, @Nullable String payload) throws IOException {
        return start(settings, List.of(codec, payload == null ? "" : payload));
    }

    /** Starts a worker for one codec that can be asked what its service answers, without waiting for it. */
    public static Worker serving(WorkerSettings settings, String codec, Class<? extends Service> service)
            throws IOException {
        return start(settings, List.of(codec, "", service.getName()));
    }

    private static Worker start(WorkerSettings settings, List<String> arguments) throws IOException {
        return new Worker(WorkerProcess.start(settings, arguments), settings);
    }

    /**
     * Waits for the worker's greeting, once.
     *
     * @throws WorkerException when there is none, or it is for something else
     */
    public Hello hello() throws IOException {
        if (hello == null) {
            hello = Hello.receive(this, settings);
        }
        return hello;
    }

    /**
     * Gives an answer more time than the settings do, as much as messages of so many bytes may take.
     *
     * @param bytes of one value, about
     */
    public void expect(long bytes) {
        deadline = settings.deadline().plus(Duration.ofMillis(1_000 * bytes / SLOWEST_PER_SECOND));
        watchdog.deadline(deadline);
    }

    public ProcessHandle process() {
        return process.handle();
    }

    /** Sends a batch. A broken pipe becomes the reason why the worker ended. */
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

    /** Waits for the next message, until the deadline; the end of the stream is the worker's death. */
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

    /** Ends the worker by ending its input, and by force if it does not go; reaps it. */
    @Override
    public void close() {
        watchdog.close();
        process.close();
    }

    /** Turns a failed send or receive into what happened to the worker. */
    private IOException explain(IOException failure) {
        if (watchdog.fired()) {
            return new WorkerException.Hung(
                    "no answer within " + deadline.toSeconds() + " s; the worker was killed" + process.lastWords());
        }
        if (!process.ended()) {
            process.kill();
            return new WorkerException.Confused(failure.getMessage() + "; the worker was killed" + process.lastWords());
        }
        return new WorkerException.Died(process.death());
    }
}
