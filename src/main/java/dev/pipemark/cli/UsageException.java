package dev.pipemark.cli;

import java.io.IOException;

/** The command line asks for something that cannot be done; the message is all that is printed. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    /** {@code AccessDenied: /results}: what kind of failure it was, and what it says of itself. */
    static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replace("Exception", "") + ": " + failure.getMessage();
    }
}
