package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;

/** Receives an answer and checks that it belongs to the request. */
final class Replies {
    private Replies() {}

    /**
     * Receives the next message into the frame.
     *
     * @throws WorkerException.Refused if the worker refused the request
     * @throws WorkerException.Confused if the message has another tag than expected
     */
    static void expect(Link link, Frame in, int tag) throws IOException {
        require(next(link, in), tag);
    }

    /**
     * Checks the tag of a message.
     *
     * @throws WorkerException.Confused if it is another one than expected
     */
    static void require(int arrived, int tag) throws IOException {
        if (arrived != tag) {
            throw new WorkerException.Confused("the worker answered with tag " + arrived + " instead of " + tag
                    + ": something else writes to its standard output");
        }
    }

    /**
     * Receives the next message into the frame and returns its tag.
     *
     * @throws WorkerException.Refused if the worker refused the request
     * @throws WorkerException.Confused if the worker refused it in a form that cannot be read
     */
    static int next(Link link, Frame in) throws IOException {
        if (!link.receive(in)) {
            throw new EOFException("the other side has closed the connection");
        }
        int tag = Header.tag(in);
        if (tag == Protocol.REFUSED) {
            throw new WorkerException.Refused(refusal(in));
        }
        return tag;
    }

    private static Refusal refusal(Frame in) throws IOException {
        try {
            return Refusal.read(in);
        } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
            throw new WorkerException.Confused("the worker refused the request, and its reason cannot be read: " + e);
        }
    }
}
