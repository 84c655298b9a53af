package dev.pipemark.run;

import dev.pipemark.bench.Gate;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/** The runner's connection to one fork at the gate. */
final class GateLine implements Closeable {
    /** Where a fork stands. */
    enum Place {
        /** It waits for its next turn. */
        AT_THE_GATE,
        /** It has measured everything, and waits to end. */
        DONE,
        /** It has ended. */
        GONE,
        /** It is still under way, and the wait for it ended. */
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
     * @param waits asked again and again whether the wait goes on
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
                // Not yet.
            } catch (IOException e) {
                return Place.GONE;
            }
        }
        return Place.UNDER_WAY;
    }

    /** Lets the fork go on; that it has ended is said by {@link #arrival}. */
    void enter() {
        try {
            socket.getOutputStream().write(Gate.ENTER);
        } catch (IOException e) {
            // Reading will fail as well.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
