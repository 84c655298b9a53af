package dev.pipemark.cli;

import java.io.IOException;
import picocli.CommandLine;

/** The command line requests something impossible. The message is the whole output. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    /** Returns an exception for options that the parser of a command refuses. It has the first line of the parser's message. */
    static UsageException of(String command, CommandLine.ParameterException refused) {
        String reason = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        return new UsageException("'" + command + "': " + reason + "; see " + command + " --help");
    }

    /** Returns the kind of failure and its message, such as {@code AccessDenied: /results}. */
    static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replace("Exception", "") + ": " + failure.getMessage();
    }
}
