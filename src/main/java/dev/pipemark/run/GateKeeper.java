package dev.pipemark.run;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The runner's side of the gate: a port of the loopback address that forks connect to. Any process on the machine can
 * connect there. The keeper accepts a connection only if it begins with the secret of the expected fork.
 */
final class GateKeeper implements Closeable {
    /** The time between two checks whether the wait must end. */
    static final int LOOK_MILLIS = 50;

    /**
     * The time in which a connection must send its whole secret. A fork sends it as soon as it has connected. The fork
     * waits while another connection has its time.
     */
    private static final int SECRET_MILLIS = 2_000;

    private static final int SECRET_BYTES = 16;

    private final ServerSocket server;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();

    private GateKeeper(ServerSocket server, LongSupplier nanos) {
        this.server = server;
        this.nanos = nanos;
    }

    static GateKeeper open() throws IOException {
        return open(System::nanoTime);
    }

    /**
     * Opens the gate.
     *
     * @param nanos the clock for the deadline of secrets, in nanoseconds from any origin
     */
    static GateKeeper open(LongSupplier nanos) throws IOException {
        ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LOOK_MILLIS);
        return new GateKeeper(server, nanos);
    }

    /** Returns the port and a new secret, for one fork. */
    String ticket() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return server.getLocalPort() + ":" + HexFormat.of().formatHex(secret);
    }

    /**
     * Waits until the fork with this ticket connects.
     *
     * @param waits called repeatedly; the wait ends when it returns {@code false}
     * @return empty if the wait ended first
     */
    Optional<GateLine> accept(String ticket, BooleanSupplier waits) throws IOException {
        byte[] secret = ticket.substring(ticket.indexOf(':') + 1).getBytes(StandardCharsets.US_ASCII);
        while (waits.getAsBoolean()) {
            Socket socket;
            try {
                socket = server.accept();
            } catch (SocketTimeoutException e) {
                continue;
            }
            if (knows(secret, socket)) {
                return Optional.of(new GateLine(socket));
            }
            socket.close();
        }
        return Optional.empty();
    }

    /** Reads a secret, all of it within one deadline: a time-out of the socket starts again with each byte. */
    private boolean knows(byte[] secret, Socket socket) {
        long deadline = nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(SECRET_MILLIS);
        byte[] said = new byte[secret.length];
        int length = 0;
        try {
            while (length < said.length) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - nanos.getAsLong());
                if (left <= 0) {
                    return false;
                }
                socket.setSoTimeout(Math.toIntExact(left));
                int read = socket.getInputStream().read(said, length, said.length - length);
                if (read < 0) {
                    return false;
                }
                length += read;
            }
        } catch (IOException e) {
            // The other process sends nothing, or has closed the connection.
            return false;
        }
        return MessageDigest.isEqual(secret, said);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
