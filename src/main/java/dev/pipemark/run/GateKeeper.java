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
import java.util.function.BooleanSupplier;

/**
 * The runner's side of the gate: a port of the loopback address that forks connect to. Anybody on the machine can
 * connect there; only a connection that begins with the secret of the expected fork is taken.
 */
final class GateKeeper implements Closeable {
    /** How often it looks whether the wait is to end. */
    static final int LOOK_MILLIS = 50;

    /** A fork says its secret as soon as it has connected. */
    private static final int SECRET_MILLIS = 2_000;

    private static final int SECRET_BYTES = 16;

    private final ServerSocket server;
    private final SecureRandom random = new SecureRandom();

    private GateKeeper(ServerSocket server) {
        this.server = server;
    }

    static GateKeeper open() throws IOException {
        ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LOOK_MILLIS);
        return new GateKeeper(server);
    }

    /** What one fork is told: the port, and a secret of its own. */
    String ticket() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return server.getLocalPort() + ":" + HexFormat.of().formatHex(secret);
    }

    /**
     * Waits until the fork with that ticket connects.
     *
     * @param waits asked again and again whether the wait goes on
     * @return nothing when the wait ended first
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

    private static boolean knows(byte[] secret, Socket socket) {
        try {
            socket.setSoTimeout(SECRET_MILLIS);
            return MessageDigest.isEqual(secret, socket.getInputStream().readNBytes(secret.length));
        } catch (IOException e) {
            // A stranger who says nothing, or leaves.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
