package dev.pipemark.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes of the fork in flight: JMH does not hand them out, so they are those this process did not have before. */
final class ForkProcesses {
    private final Set<Long> before;

    private ForkProcesses(Set<Long> before) {
        this.before = before;
    }

    /** Remembers the children that are no fork. */
    static ForkProcesses from() {
        return new ForkProcesses(
                ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet()));
    }

    /** Kills the fork and its workers; says how many processes that were. */
    int kill() {
        List<ProcessHandle> doomed = new ArrayList<>();
        ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child.pid()))
                .forEach(fork -> {
                    doomed.add(fork);
                    // Asked for before the fork dies: orphans are nobody's descendants.
                    fork.descendants().forEach(doomed::add);
                });
        doomed.forEach(ProcessHandle::destroyForcibly);
        return doomed.size();
    }
}
