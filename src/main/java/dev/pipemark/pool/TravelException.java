package dev.pipemark.pool;

import dev.pipemark.worker.Refusal;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * A value could not be encoded, or could not be decoded on the other side. The message names the value, the process and
 * the codec's reason. Another codec may carry the value: the report's matrix shows which.
 */
public final class TravelException extends PoolException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String where;
    private final String remoteStack;

    private TravelException(String what, String where, String message, String remoteStack) {
        super(message);
        this.what = what;
        this.where = where;
        this.remoteStack = remoteStack;
    }

    /**
     * Creates the exception for a failure in this process. The codec's exception is the cause, if it can be printed.
     */
    static TravelException here(String what, String action, Throwable why) {
        TravelException failure = new TravelException(
                what,
                HERE,
                what + " could not be " + action + "d in this process: "
                        + Refusal.of(Refusal.Stage.ENCODE, why).error(),
                "");
        if (printable(why)) {
            failure.initCause(why);
        }
        return failure;
    }

    /** Whether the exception can be printed. Printing a failure prints its cause as well. */
    private static boolean printable(Throwable why) {
        try {
            why.printStackTrace(new PrintWriter(Writer.nullWriter()));
            return true;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** Creates the exception for a failure in a worker, from the stage that the worker reports. */
    static TravelException there(Refusal refusal, long pid) {
        String what = switch (refusal.stage()) {
            case OPEN -> "the job";
            case ENCODE_REPLY -> "the result";
            case FUNCTION -> "the function";
            default -> "an argument";
        };
        String verb = refusal.stage() == Refusal.Stage.OPEN
                ? " could not be set up"
                : refusal.stage() == Refusal.Stage.ENCODE_REPLY ? " could not be encoded" : " could not be decoded";
        return new TravelException(
                what, "worker " + pid, what + verb + " in worker " + pid + ": " + refusal.error(), refusal.stack());
    }

    /** The value of {@link #where} for this process. */
    public static final String HERE = "this process";

    /**
     * Returns the value's role: {@code the function}, {@code an argument}, {@code argument 2 of 3}, {@code the result}.
     */
    public String what() {
        return what;
    }

    /** Returns the process in which it failed: {@link #HERE}, or {@code worker} and its pid. */
    public String where() {
        return where;
    }

    /**
     * Returns the stack trace in the worker. Empty if it failed in this process, where the cause has the stack trace.
     */
    public String remoteStack() {
        return remoteStack;
    }
}
