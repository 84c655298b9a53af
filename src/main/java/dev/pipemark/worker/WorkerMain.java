package dev.pipemark.worker;

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
 * only one (else empty), and the class of a {@link Service} where it has one.
 */
final class WorkerMain {
    private WorkerMain() {}

    /** Exit code when the worker could not begin to serve; stderr says why. */
    static final int CANNOT_SERVE = 71;

    @SuppressWarnings("SystemOut") // the frames' stream is taken, and what a codec prints goes where it does no harm
    public static void main(String[] arguments) throws IOException {
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        endWith(Long.parseLong(arguments[0]));
        try (Link link = new StreamLink(in, out)) {
            Session session = session(arguments);
            Batch hello = new Batch();
            session.hello().write(hello.next());
            hello.seal(Protocol.HELLO, 0);
            link.send(hello);
            Handler.serve(link, session);
        } catch (IOException e) {
            // The parent is gone or has given up on this worker: there is nobody left to tell.
            System.err.println("worker: " + e);
        }
        // Threads that a codec left behind must not keep the process.
        System.exit(0);
    }

    private static Session session(String[] arguments) {
        try {
            Catalog catalog = Catalog.load(Thread.currentThread().getContextClassLoader());
            catalog.broken().forEach(System.err::println);
            Service service = arguments.length > 3 ? service(arguments[3]) : null;
            Session session = new Session(catalog, catalog.codec(arguments[1]), service);
            if (!arguments[2].isEmpty()) {
                session.open(arguments[2]);
            }
            return session;
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(CANNOT_SERVE);
            throw new AssertionError("halted");
        }
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
