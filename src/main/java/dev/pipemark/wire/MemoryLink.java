package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import java.io.IOException;

/**
 * The control without a pipe. Each sent message is handled at once on the caller's thread, and the answers wait in
 * memory. This does all the work of a connection except the transfer, so the difference from a pipe is the cost of the
 * transfer.
 */
public final class MemoryLink implements Link {
    private final Handler handler;
    private final Batch replies = new Batch();
    private final Frame request = new Frame();
    private int next;

    public MemoryLink(Handler handler) {
        this.handler = handler;
    }

    @Override
    public void send(Batch batch) throws IOException {
        if (next == replies.bytes()) {
            replies.clear();
            next = 0;
        }
        for (int at = 0; at < batch.bytes(); at += Frame.HEADER + request.length()) {
            view(batch, at, request);
            handler.handle(request, replies);
        }
        handler.drained(replies);
        batch.clear();
    }

    @Override
    public boolean receive(Frame into) {
        if (!ready()) {
            throw new IllegalStateException("there is no answer left to receive");
        }
        view(replies, next, into);
        next += Frame.HEADER + into.length();
        return true;
    }

    @Override
    public boolean ready() {
        return next < replies.bytes();
    }

    @Override
    public void close() {
        replies.clear();
        next = 0;
    }

    private static void view(Batch batch, int at, Frame into) {
        int header = batch.from() + at;
        into.view(batch.array(), header + Frame.HEADER, Header.length(batch.array(), header));
    }
}
