package dev.pipemark.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A fork's side of the gate. The gate lets one fork of a sitting measure at a time. The runner listens on the loopback
 * address. A fork connects once and sends its secret. From then on, each message is one byte. The end of the connection
 * means that the other side has ended.
 */
public final class Gate implements Closeable {
    /** The system property with the runner's port, a colon, and the fork's secret. */
    public static final String PROPERTY = "pipemark.gate";

    /** From the fork: it warms up. The runner must answer at once, with the same byte. */
    public static final int REHEARSAL = 'r';

    /** From the fork: it waits to begin a measured iteration. */
    public static final int ARRIVED = 'a';

    /** From the fork: it has measured everything, and waits to check its values and to end. */
    public static final int DONE = 'd';

    /** From the runner: the fork may continue. */
    public static final int ENTER = 'e';

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Gate(Socket socket, String secret) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        out.write(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Connects to the gate that the system property names.
     *
     * @return {@code null} if the property is not set: this fork runs alone
     * @throws IOException if the runner does not listen there
     */
    static @Nullable Gate connect() throws IOException {
        String ticket = System.getProperty(PROPERTY);
        if (ticket == null) {
            return null;
        }
        int colon = ticket.indexOf(':');
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(ticket.substring(0, colon)));
        try {
            return new Gate(socket, ticket.substring(colon + 1));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Does the same as {@link #arrive} without a wait, so that its code is loaded and compiled before the first turn. */
    void rehearse() throws IOException {
        exchange(REHEARSAL, REHEARSAL);
    }

    /** Ends this fork's turn, and waits for its next one. */
    void arrive() throws IOException {
        exchange(ARRIVED, ENTER);
    }

    /** Waits until all forks of the sitting have measured. */
    void done() throws IOException {
        exchange(DONE, ENTER);
    }

    private void exchange(int question, int answer) throws IOException {
        out.write(question);
        int read = in.read();
        if (read < 0) {
            throw new EOFException("the runner ended while this fork waited for its turn");
        } else if (read != answer) {
            throw new IOException("the runner answered " + read + " at the gate and not " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
