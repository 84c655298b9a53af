package dev.pipemark.pool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Holds tasks in their workers until it opens, and reports each arrival, so that no test has to guess. */
final class PoolGate implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket server;
    private final List<Socket> held = new ArrayList<>();

    PoolGate() throws IOException {
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    /** The argument of {@link PoolVillains#act} that sends a task here. */
    String deed() {
        return "gate " + name();
    }

    /** The result of a task that has passed. */
    String name() {
        return Integer.toString(server.getLocalPort());
    }

    /** Waits until one more task has arrived. */
    void awaitArrival() throws IOException {
        held.add(server.accept());
    }

    /** Lets the waiting tasks pass. Later tasks are held. */
    void letPass() throws IOException {
        for (Socket one : held) {
            one.close();
        }
        held.clear();
    }

    /** Lets all tasks pass, including later ones. */
    void open() throws IOException {
        server.close();
        letPass();
    }

    @Override
    public void close() throws IOException {
        open();
    }

    /** In the worker: waits for the gate to open. */
    static String pass(String name) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(name))) {
            socket.getInputStream().read();
        } catch (IOException e) {
            // The gate is open.
        }
        return name;
    }
}
