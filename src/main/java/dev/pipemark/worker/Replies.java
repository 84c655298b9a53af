package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import java.io.EOFException;
import java.io.IOException;

/** Receives an answer and holds it against what was asked. */
final class Replies {
    private Replies() {}

    /**
     * Receives the next message into the frame.
     *
     * @throws WorkerException.Refused when the worker says that it cannot
     * @throws WorkerException.Confused when it is none of the expected kind
     */
    static void expect(Link link, Frame in, int tag) throws IOException {
        int arrived = next(link, in);
        if (arrived != tag) {
            throw new WorkerException.Confused("the worker answered with tag " + arrived + " where " + tag
                    + " was due: its standard output carries something else");
        }
    }

    /**
     * Receives the next message into the frame and returns its tag.
     *
     * @throws WorkerException.Refused when the worker says that it cannot
     */
    static int next(Link link, Frame in) throws IOException {
        if (!link.receive(in)) {
            throw new EOFException("the other side has closed the connection");
        }
        int tag = Header.tag(in);
        if (tag == Protocol.REFUSED) {
            throw new WorkerException.Refused(Refusal.read(in));
        }
        return tag;
    }
}
