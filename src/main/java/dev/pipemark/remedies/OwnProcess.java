package dev.pipemark.remedies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.NotSerializableException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates resources of a process in the process that uses them: the child opens the socket itself and sends only its
 * port. To share a resource, both processes ask the operating system for it by name. For example, a file lock excludes
 * every other process.
 */
final class OwnProcess implements Remedy {
    private static final int ACCEPT_MILLIS = 10_000;

    /** Opens a socket. Answers {@code port} with its port, and {@code heard} with the first line that a caller sent. */
    static final class Listener implements Role {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        Listener() throws IOException {
            server.setSoTimeout(ACCEPT_MILLIS);
        }

        @Override
        public String answer(byte[] message) throws IOException {
            if (new String(message, StandardCharsets.UTF_8).equals("port")) {
                return Integer.toString(server.getLocalPort());
            }
            try (Socket caller = server.accept();
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
                return "the child heard: " + lines.readLine();
            }
        }
    }

    /** Locks the named file if it is free, and keeps the lock until the process ends. */
    static final class Locker implements Role {
        private @Nullable FileLock lock;

        @Override
        public String answer(byte[] message) throws IOException {
            Path file = Path.of(new String(message, StandardCharsets.UTF_8));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock != null) {
                return "tryLock() returned a lock";
            }
            channel.close();
            return "tryLock() returned null";
        }
    }

    @Override
    public String id() {
        return "own-process";
    }

    @Override
    public String title() {
        return "Make it in the other process, and share it through the operating system";
    }

    @Override
    public String problem() {
        return "NotSerializableException for a socket, a process or a file lock: they belong to one process";
    }

    @Override
    public List<Step> demonstrate(Path workDirectory) throws Exception {
        Transcript transcript = new Transcript();
        Wire<Object> byJava = Wire.of("java");
        try (ServerSocket mine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            transcript.refuses(
                    "wrong: java, a listening socket of this process",
                    NotSerializableException.class,
                    () -> byJava.bytes(mine));
        }
        try (Child child = Child.start(workDirectory, Listener.class)) {
            int port = Integer.parseInt(child.ask("port"));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("good morning\n".getBytes(StandardCharsets.UTF_8));
                transcript.shows(
                        "right: the child opens a socket of its own and sends the port",
                        "the child heard: good morning",
                        child.ask("heard"));
            }
        }
        shareALock(transcript, byJava, workDirectory);
        return transcript.steps();
    }

    private static void shareALock(Transcript transcript, Wire<Object> byJava, Path workDirectory) throws Exception {
        String file = workDirectory.resolve("shared.lock").toString();
        try (FileChannel channel = FileChannel.open(
                        workDirectory.resolve("mine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = channel.lock()) {
            transcript.refuses(
                    "wrong: java, a file lock of this process",
                    NotSerializableException.class,
                    () -> byJava.bytes(mine));
        }
        try (Child second = Child.start(workDirectory, Locker.class)) {
            try (Child first = Child.start(workDirectory, Locker.class)) {
                transcript.shows(
                        "right: the first child locks a file by its path",
                        "tryLock() returned a lock",
                        first.ask(file));
                transcript.shows(
                        "right: the second child tries to lock the same file while the first one runs",
                        "tryLock() returned null",
                        second.ask(file));
            }
            transcript.shows(
                    "right: the second child tries again after the first one has ended",
                    "tryLock() returned a lock",
                    second.ask(file));
        }
    }
}
