package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.pipe.Batch;
import dev.pipemark.pipe.Handler;
import dev.pipemark.pipe.Link;
import dev.pipemark.pipe.StreamLink;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The main class inside a worker process. Its arguments: the parent's pid, the codec, the payload where it is to serve
 * only one (else empty), and the class of a {@link Service} where it has one, or {@value #POOL} where it is a pool's.
 */
final class WorkerMain {
    private WorkerMain() {}

    /** Exit code when the worker could not begin to serve; stderr says why. */
    static final int CANNOT_SERVE = 71;

    static final String POOL = "pool";

    @SuppressWarnings("SystemOut") // the frames' stream is taken, and what a codec prints goes where it does no harm
    public static void main(String[] arguments) throws IOException {
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        endWith(Long.parseLong(arguments[0]));
        try (Link link = new StreamLink(in, out)) {
            if (arguments.length > 3 && arguments[3].equals(POOL)) {
                Catalog catalog = catalog();
                Codec codec = codec(catalog, arguments[1]);
                PoolSession session = new PoolSession(catalog, codec);
                greet(Hello.of(codec, ""), link);
                session.serve(link, new HeldReplies(link));
            } else {
                Session session = session(arguments);
                greet(session.hello(), link);
                Handler.serve(link, session);
            }
        } catch (IOException e) {
            // The parent is gone or has given up on this worker: there is nobody left to tell.
            System.err.println("worker: " + e);
        }
        // Threads that a codec left behind must not keep the process.
        System.exit(0);
    }

    private static void greet(Hello hello, Link link) throws IOException {
        Batch batch = new Batch();
        hello.write(batch.next());
        batch.seal(Protocol.HELLO, 0);
        link.send(batch);
    }

    private static Catalog catalog() {
        Catalog catalog = Catalog.load(Thread.currentThread().getContextClassLoader());
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

    private static Session session(String[] arguments) {
        try {
            Catalog catalog = catalog();
            Service service = arguments.length > 3 ? service(arguments[3]) : null;
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
        // Once more, since it is the end of what is written that is told.
        System.err.println(e);
        Runtime.getRuntime().halt(CANNOT_SERVE);
        return new AssertionError("halted");
    }

    private static Service service(String name) throws ReflectiveOperationException {
        return (Service) Class.forName(name).getConstructor().newInstance();
    }

    /** A value that never finishes decoding would outlive a killed parent, since nobody reads the end of the input. */
    private static void endWith(long parent) {
        ProcessHandle.of(parent)
                .ifPresentOrElse(
                        handle -> handle.onExit()
                                .thenRun(() -> Runtime.getRuntime().halt(0)),
                        () -> Runtime.getRuntime().halt(0));
    }
}
