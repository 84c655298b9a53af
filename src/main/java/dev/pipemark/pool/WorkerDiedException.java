package dev.pipemark.pool;

/**
 * The worker ended while it had the task. The message gives its exit code or signal, a likely cause and the end of its
 * stderr. The task may or may not have run: submit it again only if running it twice is harmless.
 */
public final class WorkerDiedException extends PoolException {
    private static final long serialVersionUID = 1L;

    private final long pid;

    WorkerDiedException(long pid, String how) {
        super("worker " + pid + ": " + how);
        this.pid = pid;
    }

    /** Returns the id of the process that ended. */
    public long pid() {
        return pid;
    }
}
