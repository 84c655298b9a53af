package dev.pipemark.run;

import dev.pipemark.bench.Gate;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/** The runner's connection to one fork at the gate. */
final class GateLine implements Closeable {
    /** The state of a fork. */
    enum Place {
        /** The fork waits for its next turn. */
        AT_THE_GATE,
        /** The fork has measured everything, and waits to check its values and to end. */
        DONE,
        /** The fork has ended. */
        GONE,
        /** The wait ended before the fork arrived. */
        UNDER_WAY
    }

    private final Socket socket;

    GateLine(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(GateKeeper.LOOK_MILLIS);
    }

    /**
     * Waits until the fork arrives, and answers its rehearsals meanwhile.
     *
     * @param waits called repeatedly; the wait ends when it returns {@code false}
     */
    Place arrival(BooleanSupplier waits) {
        while (waits.getAsBoolean()) {
            try {
                int said = socket.getInputStream().read();
                switch (said) {
                    case Gate.REHEARSAL -> socket.getOutputStream().write(said);
                    case Gate.ARRIVED -> {
                        return Place.AT_THE_GATE;
                    }
                    case Gate.DONE -> {
                        return Place.DONE;
                    }
                    default -> {
                        return Place.GONE;
                    }
                }
            } catch (SocketTimeoutException e) {
                // The fork has not arrived yet.
            } catch (IOException e) {
                return Place.GONE;
            }
        }
        return Place.UNDER_WAY;
    }

    /** Lets the fork continue. If the fork has ended, the next {@link #arrival} returns that. */
    void enter() {
        try {
            socket.getOutputStream().write(Gate.ENTER);
        } catch (IOException e) {
            // The next read fails too.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
