package dev.pipemark.cli;

/** The command line asks for something that cannot be done; the message is all that is printed. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
