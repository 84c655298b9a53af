package dev.pipemark.pool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Holds tasks in their workers until it is closed, and tells when one has come: so that no test has to guess. */
final class PoolGate implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket server;
    private final List<Socket> held = new ArrayList<>();

    PoolGate() throws IOException {
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    /** What {@link PoolVillains#act} must be asked to come here. */
    String deed() {
        return "gate " + name();
    }

    /** What a task that has passed returns. */
    String name() {
        return Integer.toString(server.getLocalPort());
    }

    /** Waits until one more task runs and stands here. */
    void awaitArrival() throws IOException {
        held.add(server.accept());
    }

    /** Lets those pass who stand here; who comes later is held. */
    void letPass() throws IOException {
        for (Socket one : held) {
            one.close();
        }
        held.clear();
    }

    /** Lets everybody pass, those that come later as well. */
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
