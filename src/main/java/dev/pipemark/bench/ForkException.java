package dev.pipemark.bench;

import dev.pipemark.worker.Refusal;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * The text of an exception that a fork threw. JMH sends exceptions to the process that runs the forks by Java
 * serialization. That process has no classes of a user's jars. It could not read an exception of such a class, and the
 * reason would be lost.
 */
final class ForkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String stack;

    private ForkException(String message, String stack) {
        super(message, null, false, false);
        this.stack = stack;
    }

    /** Returns an exception that every process of the suite can read, in place of the thrown one. */
    static Exception of(Throwable thrown) {
        if (thrown instanceof WrongValueException wrong) {
            return wrong;
        }
        Refusal refusal = Refusal.of(Refusal.Stage.PROTOCOL, thrown);
        return new ForkException(sentence(thrown, refusal.error()), refusal.stack());
    }

    /** Leaves out the name of the class if the message is the suite's own. Such a message is a whole sentence. */
    private static String sentence(Throwable thrown, String error) {
        boolean own = thrown.getClass() == IllegalStateException.class
                || thrown.getClass().getName().startsWith("dev.pipemark.");
        String name = thrown.getClass().getSimpleName() + ": ";
        return own && error.startsWith(name) ? error.substring(name.length()) : error;
    }

    @Override
    public void printStackTrace(PrintStream out) {
        out.println(stack);
    }

    @Override
    public void printStackTrace(PrintWriter out) {
        out.println(stack);
    }
}
