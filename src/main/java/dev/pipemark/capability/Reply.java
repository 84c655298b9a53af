package dev.pipemark.capability;

import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.WorkerException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The answer of a worker, or the reason why there is none.
 *
 * @param content the answer, empty if there is none
 * @param trouble the failure in a word or two, empty if there was none
 * @param reason the library's own reason, or how the worker ended
 */
record Reply(byte[] content, String trouble, String reason) {
    private static final byte[] NOTHING = {};

    static Reply of(byte[] content) {
        return new Reply(content, "", "");
    }

    static Reply refused(Refusal refusal) {
        String error = refusal.error();
        String trouble;
        if (error.contains("StackOverflowError")) {
            trouble = "stack overflow";
        } else if (error.contains("OutOfMemoryError")) {
            trouble = "out of memory";
        } else {
            trouble = switch (refusal.stage()) {
                case OPEN -> Finding.NOT_CARRIED;
                case ENCODE, ENCODE_REPLY -> "refused on encode";
                case DECODE, DECODE_REPLY, FUNCTION, USE -> "refused on decode";
                case PAYLOAD, PROTOCOL -> "not tried";
            };
        }
        return new Reply(NOTHING, trouble, error);
    }

    static Reply lost(IOException failure) {
        return new Reply(
                NOTHING,
                failure instanceof WorkerException.Hung ? "hang" : "worker died",
                String.valueOf(failure.getMessage()));
    }

    boolean fine() {
        return trouble.isEmpty();
    }

    /** Whether the coder refused the shape before it tried. */
    boolean notCarried() {
        return trouble.equals(Finding.NOT_CARRIED);
    }

    /** Returns the failure as a finding. */
    Finding finding() {
        return new Finding(trouble, reason);
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    Place place() {
        try {
            return Place.read(new DataInputStream(new ByteArrayInputStream(content)));
        } catch (IOException e) {
            throw new UncheckedIOException("a worker's description is cut short", e);
        }
    }
}
