package dev.pipemark.bench;

import dev.pipemark.api.WireFormat;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.machine.Placement;
import dev.pipemark.record.ForkNote;
import dev.pipemark.wire.Link;
import dev.pipemark.wire.MemoryLink;
import dev.pipemark.worker.Caller;
import dev.pipemark.worker.Hello;
import dev.pipemark.worker.Session;
import dev.pipemark.worker.Usage;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The other side of one measuring thread: a worker process, or the same thread for the control. */
final class Peer implements Closeable {
    private static final String LOGS = "pipemark.worker.logs";

    /** The property that names the executable of a worker in another language. */
    private static final String FOREIGN = "pipemark.foreign";

    private final ForkRecord record;
    private final Link link;
    private final @Nullable ProcessHandle process;
    private final Placement placement;
    private @Nullable Usage workerBefore;

    final Subject subject;
    final Caller<Object> caller;

    private Peer(
            Subject subject,
            ForkRecord record,
            Link link,
            @Nullable ProcessHandle process,
            Placement placement,
            Caller<Object> caller) {
        this.subject = subject;
        this.record = record;
        this.link = link;
        this.process = process;
        this.placement = placement;
        this.caller = caller;
    }

    /** Starts the other side, opens this one, and waits until both are there. */
    static Peer connect(String transport, String codec, String payload, ForkRecord record, BenchmarkParams params)
            throws Exception {
        switch (transport) {
            case "pipe" -> {
                String executable = System.getProperty(FOREIGN, "");
                return executable.isEmpty()
                        ? withJava(codec, payload, record, params)
                        : withForeign(executable, new Subject(codec, payload, record), record, params);
            }
            case "memory" -> {
                Subject subject = new Subject(codec, payload, record);
                Session session =
                        new Session(Catalog.load(Thread.currentThread().getContextClassLoader()), subject.codec);
                session.open(subject.payload.id());
                record.fact("placement", "the same thread");
                Link link = new MemoryLink(session);
                Caller<Object> caller = new Caller<>(link, subject.codec, subject.payload);
                return new Peer(subject, record, link, null, Placement.NONE, caller);
            }
            default ->
                throw new IllegalArgumentException("transport is 'pipe' or 'memory', and not '" + transport + "'");
        }
    }

    private static Peer withJava(String codec, String payload, ForkRecord record, BenchmarkParams params)
            throws Exception {
        Worker worker = start(codec, payload);
        try {
            // While the worker's JVM starts.
            Subject subject = new Subject(codec, payload, record);
            Caller<Object> caller = new Caller<>(worker, subject.codec, subject.payload);
            Peer peer = with(worker, subject, record, params, caller);
            record.fact(
                    ForkNote.WORKER,
                    "pid " + worker.hello().pid() + ", Java " + worker.hello().runtime());
            return peer;
        } catch (Exception | Error e) {
            worker.close();
            throw e;
        }
    }

    /** The subject is made before the worker is started, because only the subject knows the format for the worker. */
    private static Peer withForeign(String executable, Subject subject, ForkRecord record, BenchmarkParams params)
            throws Exception {
        WireFormat format = subject.codec
                .wireFormat(subject.shape())
                .orElseThrow(() -> new IllegalStateException("no other language reads " + subject.payload.id() + " as "
                        + subject.codec.id() + " writes it"));
        WorkerSettings settings = settings();
        Worker worker = Worker.foreign(List.of(executable), format, settings.logs(), settings.deadline());
        try {
            Caller<Object> caller = Caller.foreign(worker, subject.codec, subject.payload);
            Peer peer = with(worker, subject, record, params, caller);
            Hello hello = worker.hello();
            if (hello.pid() != worker.process().pid()) {
                throw new IllegalStateException("the worker is process " + hello.pid() + ", and process "
                        + worker.process().pid()
                        + " was started, which would be put on a core in its place: a script that"
                        + " starts a worker must use exec");
            }
            record.fact(ForkNote.WORKER, "pid " + hello.pid() + ", " + hello.runtime() + ", " + hello.libraryVersion());
            record.foreignWorker();
            return peer;
        } catch (Exception | Error e) {
            worker.close();
            throw e;
        }
    }

    private static Peer with(
            Worker worker, Subject subject, ForkRecord record, BenchmarkParams params, Caller<Object> caller)
            throws IOException {
        worker.expect(subject.valueBytes);
        worker.hello();
        return new Peer(subject, record, worker, worker.process(), placement(params), caller);
    }

    static Worker start(String codec, String payload) throws IOException {
        return Worker.start(settings(), codec, payload);
    }

    private static WorkerSettings settings() {
        return WorkerSettings.likeThisJvm(Path.of(System.getProperty(LOGS, System.getProperty("java.io.tmpdir"))));
    }

    /** If several threads have a worker each, there are more processes than cores. */
    private static Placement placement(BenchmarkParams params) {
        return params.getThreads() == 1 ? Placement.of(System.getProperty("pipemark.pin", "auto")) : Placement.NONE;
    }

    /**
     * Warms up both sides before JMH does. After that, both processes are put on their cores. If a process were bound
     * to one core earlier, its compilers would share this core with the code that they compile.
     */
    void warmUp(Warmup.Stage... stages) throws Exception {
        warmUp(subject::rehearse, stages);
    }

    /**
     * Warms up code that records times. The record is empty at the beginning of each burst, as in each iteration. Otherwise
     * the maximum would seldom change, and the JVM would compile code that must be discarded when it changes.
     */
    void warmUp(Histogram times, Warmup.Stage... stages) throws Exception {
        warmUp(
                () -> {
                    subject.rehearse();
                    times.reset();
                },
                stages);
    }

    private void warmUp(Runnable refill, Warmup.Stage[] stages) throws Exception {
        if (process != null) {
            placement.rehearse(process);
        }
        Warmup warmup = new Warmup(refill, record, this::compiling);
        warmup.run(stages);
        if (process != null) {
            record.fact("placement", placement.apply(process));
            if (placement != Placement.NONE) {
                warmup.calm();
            }
        }
    }

    /** CPU time of the worker's threads that do not serve, ns. */
    private long compiling() throws IOException {
        caller.settle();
        if (process == null) {
            return 0;
        }
        Usage worker = caller.usage();
        return worker.cpuNanos() - worker.ownNanos();
    }

    /** A burst of calls: both sides encode and decode. */
    long burst() throws Exception {
        return caller.burst(subject.ringLength(), i -> subject.next());
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

    /** Called when everything is measured. */
    void check() throws Exception {
        caller.settle();
        Recheck.ring(subject, index -> caller.check(subject.value(index), subject.seed(index), subject.maker));
    }

    /** Checks a stream when everything is measured. Each value shares a batch with its neighbour. */
    void checkBatches() throws Exception {
        caller.settle();
        int mask = subject.ringLength() - 1;
        Recheck.ring(
                subject,
                index -> caller.check(
                        2, i -> subject.value(index + i & mask), i -> subject.seed(index + i & mask), subject.maker));
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
