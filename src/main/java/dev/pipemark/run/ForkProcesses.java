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

/** The processes of the fork in flight: JMH does not hand them out, so they are those this process did not have before. */
final class ForkProcesses {
    private final Set<Long> before;

    /** Those of the fork, once it is known that no other of its processes will start; {@code null} until then. */
    private @Nullable List<ProcessHandle> known;

    private List<ProcessHandle> workers = List.of();

    private ForkProcesses(Set<Long> before) {
        this.before = before;
    }

    /** Remembers the children that are no fork. */
    static ForkProcesses from() {
        return new ForkProcesses(
                ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet()));
    }

    /** From now on, children that start are another fork's. */
    void settle() {
        List<ProcessHandle> forks = children();
        known = forks;
        workers = forks.stream().flatMap(ProcessHandle::descendants).toList();
    }

    /** What they have held at most of the machine's memory. A worker that has ended is not counted. */
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

    /** Kills the fork and its workers; says how many processes that were. */
    int kill() {
        List<ProcessHandle> doomed = new ArrayList<>();
        for (ProcessHandle fork : known == null ? children() : known) {
            if (fork.isAlive()) {
                doomed.add(fork);
                // Asked for before the fork dies: orphans are nobody's descendants.
                fork.descendants().forEach(doomed::add);
            }
        }
        doomed.forEach(ProcessHandle::destroyForcibly);
        return doomed.size();
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child.pid()))
                .toList();
    }
}
