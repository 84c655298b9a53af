package dev.pipemark.pool;

import dev.pipemark.worker.Refusal;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * A value could not be encoded, or not be decoded where it arrived. The message says which value, in which process, and
 * the codec's own reason. Another codec may carry it: the report's matrix says which.
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

    /** It failed in this process; the codec's own exception is the cause, where it can be printed. */
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

    /** Whoever prints a failure prints its cause as well. */
    private static boolean printable(Throwable why) {
        try {
            why.printStackTrace(new PrintWriter(Writer.nullWriter()));
            return true;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** It failed in a worker, which tells the stage. */
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

    /** What {@link #where} says of this process. */
    public static final String HERE = "this process";

    /** Which value: {@code the function}, {@code an argument}, {@code argument 2 of 3}, {@code the result}. */
    public String what() {
        return what;
    }

    /** In which process it failed: {@link #HERE}, or {@code worker} and its pid. */
    public String where() {
        return where;
    }

    /** The stack trace in the worker; empty where it failed here, and the cause has it. */
    public String remoteStack() {
        return remoteStack;
    }
}
