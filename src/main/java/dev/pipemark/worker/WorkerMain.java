package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Handler;
import dev.pipemark.wire.Link;
import dev.pipemark.wire.StreamLink;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a worker process. Its arguments are the parent's pid, the codec and the payload. The payload is
 * empty if requests open payloads. The class of a {@link Service} or of a {@link Server} may follow.
 */
final class WorkerMain {
    private WorkerMain() {}

    /** The exit code if the worker could not begin to serve. Its stderr gives the reason. */
    static final int CANNOT_SERVE = 71;

    private static final long LOOK_NANOS = 250_000_000;

    @SuppressWarnings("SystemOut") // standard output carries frames, so printed text goes to stderr
    public static void main(String[] arguments) throws IOException {
        Object server = arguments.length > 3 ? made(arguments[3]) : null;
        boolean reopens = server instanceof Server;
        FileInputStream in = reopens ? reopenedIn() : new FileInputStream(FileDescriptor.in);
        FileOutputStream out = reopens ? reopenedOut() : new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        endWith(Long.parseLong(arguments[0]));
        try (Link link = new StreamLink(in, out)) {
            if (server instanceof Server own) {
                Catalog catalog = catalog();
                Codec codec = codec(catalog, arguments[1]);
                own.begin(catalog, codec);
                greet(Hello.of(codec, ""), link);
                own.serve(link, WorkerMain::letGo);
            } else {
                Session session = session(arguments, (Service) server);
                greet(session.hello(), link);
                Handler.serve(link, session);
            }
        } catch (IOException e) {
            // The parent has ended or has given up on this worker, so nobody can receive a message.
            System.err.println("worker: " + e);
        }
        // Threads that a codec left behind must not keep the process alive.
        System.exit(0);
    }

    /**
     * On Linux, a {@link Server} opens its own descriptors for its pipes. Child processes of a task do not inherit
     * these. An inherited descriptor would stay open in a child that outlives the worker.
     */
    private static FileInputStream reopenedIn() {
        try {
            return new FileInputStream("/proc/self/fd/0");
        } catch (FileNotFoundException e) {
            return new FileInputStream(FileDescriptor.in);
        }
    }

    private static FileOutputStream reopenedOut() {
        try {
            return new FileOutputStream("/proc/self/fd/1");
        } catch (FileNotFoundException e) {
            return new FileOutputStream(FileDescriptor.out);
        }
    }

    /**
     * Redirects the standard streams away from the pipes, as the JDK does when they are closed. This must wait for the
     * parent's first message, because the parent opens the pipes through these streams.
     */
    private static void letGo() {
        if (!new File("/proc/self/fd/0").exists()) {
            return;
        }
        try {
            new FileInputStream(FileDescriptor.in).close();
            new FileOutputStream(FileDescriptor.out).close();
        } catch (IOException e) {
            // The streams stay as they are: frames are still read and written.
            System.err.println("worker: " + e);
        }
    }

    private static void greet(Hello hello, Link link) throws IOException {
        Batch batch = new Batch();
        hello.write(batch.next());
        batch.seal(Protocol.HELLO, 0);
        link.send(batch);
    }

    private static Catalog catalog() {
        Catalog catalog = Catalog.loadCodecs(Thread.currentThread().getContextClassLoader());
        catalog.broken().forEach(System.err::println);
        return catalog;
    }

    private static Codec codec(Catalog catalog, String id) {
        try {
            return catalog.codec(id);
        } catch (RuntimeException | LinkageError e) {
            throw cannotServe(e);
        }
    }

    private static Session session(String[] arguments, @Nullable Service service) {
        try {
            Catalog catalog = catalog();
            Session session = new Session(catalog, catalog.codec(arguments[1]), service);
            if (!arguments[2].isEmpty()) {
                session.open(arguments[2]);
            }
            return session;
        } catch (Exception | LinkageError e) {
            throw cannotServe(e);
        }
    }

    private static AssertionError cannotServe(Throwable e) {
        e.printStackTrace();
        // Printed again, because reports show the end of the log.
        System.err.println(e);
        Runtime.getRuntime().halt(CANNOT_SERVE);
        return new AssertionError("halted");
    }

    private static Object made(String type) {
        try {
            return Class.forName(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw cannotServe(e);
        }
    }

    /** Ends the process with its parent. A worker that is still decoding does not notice the end of its input. */
    private static void endWith(long parent) {
        Optional<ProcessHandle> handle = ProcessHandle.of(parent);
        // onExit() would need a thread of the common pool, and tasks may occupy all of them.
        Thread watch = new Thread(
                () -> {
                    while (handle.isPresent() && handle.get().isAlive()) {
                        LockSupport.parkNanos(LOOK_NANOS);
                    }
                    Runtime.getRuntime().halt(0);
                },
                "pipemark-parent");
        watch.setDaemon(true);
        watch.start();
    }
}
