package dev.pipemark.worker;

import java.io.IOException;

/** A worker did not answer as it should. */
public sealed class WorkerException extends IOException {
    private static final long serialVersionUID = 1L;

    WorkerException(String message) {
        super(message);
    }

    /** The worker lives and says why it cannot. */
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

    /** The worker ended. The message says how: exit code or signal, likely cause, the end of its stderr. */
    public static final class Died extends WorkerException {
        private static final long serialVersionUID = 1L;

        Died(String message) {
            super(message);
        }
    }

    /** The worker did not answer before its deadline and was killed. */
    public static final class Hung extends WorkerException {
        private static final long serialVersionUID = 1L;

        Hung(String message) {
            super(message);
        }
    }

    /** The worker answered with something that is not part of the protocol. */
    public static final class Confused extends WorkerException {
        private static final long serialVersionUID = 1L;

        Confused(String message) {
            super(message);
        }
    }
}
