package dev.pipemark.machine;

import java.util.Collection;

/** Finds out whether processes are busy at the moment. */
public final class Activity {
    private Activity() {}

    /**
     * Returns whether any thread of these processes runs or is ready to run. Returns {@code false} if that is unknown, as
     * outside Linux, and for processes that have ended.
     */
    public static boolean any(Collection<ProcessHandle> processes) {
        Linux linux = Linux.here();
        return processes.stream().anyMatch(process -> linux.works(process.pid()));
    }
}
