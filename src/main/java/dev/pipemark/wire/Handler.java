package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import java.io.IOException;

/** The serving side of a connection. */
public interface Handler {
    /** Handles one message and adds its answers to the replies. */
    void handle(Frame request, Batch replies) throws IOException;

    /** Called when no further message is ready. This is the last chance to add replies before they are sent. */
    void drained(Batch replies) throws IOException;

    /** The replies are sent when this many bytes are held, or earlier. */
    int HELD = 256 * 1024;

    /**
     * Serves until the other side closes. Reads all bytes that are available, and writes only when no further message
     * is ready.
     */
    static void serve(Link link, Handler handler) throws IOException {
        Frame request = new Frame();
        Batch replies = new Batch();
        while (link.receive(request)) {
            handler.handle(request, replies);
            if (!link.ready() || replies.bytes() > HELD) {
                handler.drained(replies);
                if (replies.messages() > 0) {
                    link.send(replies);
                }
            }
        }
    }
}
