package dev.pipemark.capability.languages;

import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Hello;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One side of a trial: a worker process, which is replaced after it has ended. Confined to one thread. */
final class Side implements Closeable {
    /** Starts a worker. */
    @FunctionalInterface
    interface Starter {
        Worker start() throws IOException;
    }

    /** A request to the worker. */
    @FunctionalInterface
    interface Request<T> {
        T ask(Examiner examiner) throws IOException;
    }

    private final Starter starter;
    private @Nullable Worker worker;
    private boolean served;

    Side(Starter starter) {
        this.starter = starter;
    }

    /**
     * Starts the worker if none is running, and returns its greeting.
     *
     * @throws IOException if it cannot be started or does not greet. The message gives the reason.
     */
    Hello greet() throws IOException {
        try {
            return running().hello();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends a request. A worker that dies or hangs may have been harmed by an earlier value, so the request is sent once
     * more to a new one.
     *
     * @throws WorkerException.Refused if the worker refused
     * @throws IOException if a new worker could not answer either
     */
    <T> T ask(Request<T> request) throws IOException {
        boolean again = served;
        try {
            return once(request);
        } catch (WorkerException.Refused e) {
            throw e;
        } catch (IOException e) {
            if (!again) {
                throw e;
            }
            return once(request);
        }
    }

    private <T> T once(Request<T> request) throws IOException {
        greet();
        try {
            T answer = request.ask(new Examiner(running()));
            served = true;
            return answer;
        } catch (WorkerException.Refused e) {
            served = true;
            throw e;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Worker running() throws IOException {
        Worker running = worker;
        if (running == null) {
            running = starter.start();
            worker = running;
            served = false;
        }
        return running;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
        served = false;
    }
}
