package dev.pipemark.worker;

import java.io.IOException;

/** Thrown if a worker did not answer as it should. */
public sealed class WorkerException extends IOException {
    private static final long serialVersionUID = 1L;

    WorkerException(String message) {
        super(message);
    }

    /** The worker is alive and refused the request. */
    public static final class Refused extends WorkerException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.error());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** The worker ended. The message gives its exit code or signal, the likely cause and the end of its stderr. */
    public static final class Died extends WorkerException {
        private static final long serialVersionUID = 1L;

        private final int exitValue;

        Died(int exitValue, String message) {
            super(message);
            this.exitValue = exitValue;
        }

        /** Returns its exit code, or 128 + n if it was ended by signal n. */
        public int exitValue() {
            return exitValue;
        }
    }

    /** The worker did not answer before its deadline and was killed. */
    public static final class Hung extends WorkerException {
        private static final long serialVersionUID = 1L;

        Hung(String message) {
            super(message);
        }
    }

    /** The worker sent something that is not part of the protocol. */
    public static final class Confused extends WorkerException {
        private static final long serialVersionUID = 1L;

        Confused(String message) {
            super(message);
        }
    }
}
