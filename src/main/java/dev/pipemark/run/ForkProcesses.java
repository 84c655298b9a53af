package dev.pipemark.run;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The processes of the running fork. JMH does not report them. So every child that this process did not have before counts
 * as one of them.
 */
final class ForkProcesses {
    private final Set<Long> before;

    /** The processes of the fork when all of them have started; {@code null} until then. */
    private @Nullable List<ProcessHandle> known;

    private List<ProcessHandle> workers = List.of();

    private ForkProcesses(Set<Long> before) {
        this.before = before;
    }

    /** Remembers the present children, which do not belong to the fork. */
    static ForkProcesses from() {
        return new ForkProcesses(
                ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet()));
    }

    /** Fixes the processes of the fork. Children that start later belong to another fork. */
    void settle() {
        List<ProcessHandle> forks = children();
        known = forks;
        workers = forks.stream().flatMap(ProcessHandle::descendants).toList();
    }

    /** Returns the largest memory that the processes have held. A worker that has ended does not count. */
    Map<Metric, Double> memory() {
        Map<Metric, Double> memory = new EnumMap<>(Metric.class);
        put(Metric.PARENT_RSS, known == null ? children() : known, memory);
        put(Metric.WORKER_RSS, workers, memory);
        return memory;
    }

    private static void put(Metric metric, List<ProcessHandle> processes, Map<Metric, Double> memory) {
        long sum = processes.stream()
                .mapToLong(Memory::residentPeak)
                .filter(peak -> peak >= 0)
                .sum();
        if (sum > 0) {
            memory.put(metric, (double) sum);
        }
    }

    /** Kills the fork and its workers. Returns the number of killed processes. */
    int kill() {
        // Looks for the workers before the fork dies. Afterwards they would not be its descendants.
        List<ProcessHandle> doomed = alive();
        doomed.forEach(ProcessHandle::destroyForcibly);
        return doomed.size();
    }

    /** Returns the live processes of the fork, and their workers. */
    List<ProcessHandle> alive() {
        List<ProcessHandle> alive = new ArrayList<>();
        for (ProcessHandle fork : known == null ? children() : known) {
            if (fork.isAlive()) {
                alive.add(fork);
                fork.descendants().forEach(alive::add);
            }
        }
        return alive;
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child.pid()))
                .toList();
    }
}
