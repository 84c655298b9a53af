package dev.pipemark.pool;

/**
 * The worker ended while the task was under way to it, in it, or its result on the way back. The message says how: exit
 * code or signal, a likely cause, the end of its stderr. Whether the task ran is not known: run it again only if that does
 * no harm.
 */
public final class WorkerDiedException extends PoolException {
    private static final long serialVersionUID = 1L;

    private final long pid;

    WorkerDiedException(long pid, String how) {
        super("worker " + pid + ": " + how);
        this.pid = pid;
    }

    /** The process that ended. */
    public long pid() {
        return pid;
    }
}
