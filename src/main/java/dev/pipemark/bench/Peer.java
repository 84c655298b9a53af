package dev.pipemark.bench;

import dev.pipemark.catalog.Catalog;
import dev.pipemark.pipe.Link;
import dev.pipemark.pipe.MemoryLink;
import dev.pipemark.result.Metric;
import dev.pipemark.worker.Caller;
import dev.pipemark.worker.Hello;
import dev.pipemark.worker.Placement;
import dev.pipemark.worker.Session;
import dev.pipemark.worker.Usage;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The other side of one measuring thread: a worker process, or the same thread for the control. */
final class Peer implements Closeable {
    private static final String LOGS = "pipemark.worker.logs";
    private static final long WARM_MESSAGES = Long.getLong("pipemark.warm.messages", 50_000);
    private static final long WARM_NANOS = Long.getLong("pipemark.warm.millis", 2_000) * 1_000_000;

    private final Subject subject;
    private final ForkRecord record;
    private final Link link;
    private final @Nullable ProcessHandle process;
    private final Placement placement;
    private @Nullable Usage workerBefore;

    final Caller<Object> caller;

    private Peer(Subject subject, ForkRecord record, Link link, @Nullable ProcessHandle process, Placement placement)
            throws Exception {
        this.subject = subject;
        this.record = record;
        this.link = link;
        this.process = process;
        this.placement = placement;
        this.caller = new Caller<>(link, subject.codec, subject.payload);
    }

    /** Starts the other side and waits until it is there. */
    static Peer connect(String transport, Subject subject, ForkRecord record, BenchmarkParams params) throws Exception {
        switch (transport) {
            case "pipe" -> {
                Worker worker = start(subject);
                try {
                    greet(worker, record);
                    return new Peer(subject, record, worker, worker.process(), placement(params));
                } catch (Exception | Error e) {
                    worker.close();
                    throw e;
                }
            }
            case "memory" -> {
                Session session =
                        new Session(Catalog.load(Thread.currentThread().getContextClassLoader()), subject.codec);
                session.open(subject.payload.id());
                record.fact("placement", "the same thread");
                return new Peer(subject, record, new MemoryLink(session), null, Placement.NONE);
            }
            default ->
                throw new IllegalArgumentException("transport is 'pipe' or 'memory', and not '" + transport + "'");
        }
    }

    static Worker start(Subject subject) throws IOException {
        Path logs = Path.of(System.getProperty(LOGS, System.getProperty("java.io.tmpdir")));
        return Worker.start(WorkerSettings.likeThisJvm(logs), subject.codec.id(), subject.payload.id());
    }

    private static void greet(Worker worker, ForkRecord record) throws IOException {
        Hello hello = worker.hello();
        record.fact("worker", "pid " + hello.pid() + ", Java " + hello.javaVersion());
        record.fact("worker-library", hello.libraryVersion());
    }

    /** Several threads with a worker each have more processes than there are cores to give. */
    private static Placement placement(BenchmarkParams params) {
        return params.getThreads() == 1 ? Placement.of(System.getProperty("pipemark.pin", "auto")) : Placement.NONE;
    }

    /**
     * Warms both sides before JMH does, with many messages under way: at one message at a time the wake-ups would take
     * most of the time, and the compilers would see few calls. Only then is either put in its place, since a process
     * that is held to one core compiles in turns with what it is to compile.
     */
    void warmUp(Streaming streaming) throws Exception {
        long begun = System.nanoTime();
        long messages = 0;
        while (messages < WARM_MESSAGES && System.nanoTime() - begun < WARM_NANOS) {
            messages += streaming.some();
        }
        caller.settle();
        record.metric(Metric.WARM_MESSAGES, messages);
        record.metric(Metric.WARM_TIME, (System.nanoTime() - begun) / 1e6);
        if (process != null) {
            record.fact("placement", placement.apply(process));
        }
    }

    /** A burst of calls: both sides encode and decode. */
    long burst() throws Exception {
        return caller.burst(subject.ringLength(), i -> subject.next());
    }

    /** A part of a stream: this side encodes and the worker decodes. */
    long posts(int window) throws Exception {
        for (int i = 0; i < subject.ringLength(); i++) {
            caller.post(subject.next(), window);
        }
        return subject.ringLength();
    }

    /** Called in an iteration's set-up. */
    void begin() throws IOException {
        caller.settle();
        workerBefore = process == null ? null : caller.usage();
    }

    /** Called in an iteration's tear-down, after the subject's. */
    void end() throws IOException {
        caller.settle();
        if (workerBefore != null && subject.measuring()) {
            record.worker(caller.usage().since(workerBefore));
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
    }

    /** One step of warming up. */
    interface Streaming {
        /** Sends some messages, and returns how many. */
        long some() throws Exception;
    }
}
