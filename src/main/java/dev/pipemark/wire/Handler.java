package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import java.io.IOException;

/** The serving side of a connection. */
public interface Handler {
    /** Handles one message; what it answers is added to the replies. */
    void handle(Frame request, Batch replies) throws IOException;

    /** Nothing more is ready: the last chance to add to the replies before they leave. */
    void drained(Batch replies) throws IOException;

    /** Replies leave at the latest when so many bytes are held. */
    int HELD = 256 * 1024;

    /** Serves until the other side closes: reads whatever is there, and writes only when nothing more is ready. */
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
