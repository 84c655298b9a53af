package dev.pipemark.cli;

import java.io.IOException;

/** The command line requests something impossible. The message is the whole output. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    /** Returns the kind of failure and its message, such as {@code AccessDenied: /results}. */
    static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replace("Exception", "") + ": " + failure.getMessage();
    }
}
