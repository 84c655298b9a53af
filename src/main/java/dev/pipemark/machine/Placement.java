package dev.pipemark.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The cores on which parent and worker run. If the system places the two processes freely, a ping-pong between them has
 * two speeds: some 6 µs on one core, and 50 to 85 µs across two. So the placement is chosen and recorded.
 *
 * <p>On two cores, each message includes waking the other core, and on virtual machines that time differs from fork to
 * fork. On one core, a message costs the work of both sides, the pipe and the switch. Processes are pinned after their
 * start, because a JVM that starts with one processor chooses another collector.
 */
public enum Placement {
    /** Parent and worker on two different cores, if there are two. Physical cores are preferred. */
    AUTO,
    /** Both on one core. This is the default. */
    SAME,
    /** The system decides. */
    NONE;

    private static final long TASKSET_SECONDS = 5;

    /** Returns the placement with this name on the command line. */
    public static Placement of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * Runs the code of {@link #apply} once, with all cores that this process may use, so no process moves. This loads the
     * classes that start a process. If they were loaded later, they would be compiled on the measured core.
     */
    public void rehearse(ProcessHandle worker) {
        List<Integer> cores = allowed();
        if (this != NONE && !cores.isEmpty()) {
            String all = cores.stream().map(String::valueOf).collect(Collectors.joining(","));
            try {
                Process first = pin(ProcessHandle.current(), all);
                Process second = pin(worker, all);
                done(first);
                done(second);
            } catch (IOException e) {
                // Ignored here: apply() reports a missing taskset.
            }
        }
    }

    /** Pins this process and a worker. Returns a description of the placement. */
    public String apply(ProcessHandle worker) {
        if (this == NONE) {
            return "left to the system";
        }
        List<Integer> cores = allowed();
        if (cores.isEmpty()) {
            return "left to the system: the cores this process may use are unknown";
        }
        if (this == AUTO && cores.size() < 2) {
            return "left to the system: there is only one core";
        }
        int parentCore = cores.get(0);
        int workerCore = this == SAME ? parentCore : apart(cores, siblings(parentCore));
        try {
            Process first = pin(ProcessHandle.current(), Integer.toString(parentCore));
            Process second = pin(worker, Integer.toString(workerCore));
            boolean parentPinned = done(first);
            boolean workerPinned = done(second);
            if (parentPinned || workerPinned) {
                return (parentPinned ? "parent on core " + parentCore : "parent left to the system") + ", "
                        + (workerPinned ? "worker on core " + workerCore : "worker left to the system")
                        + (this == AUTO && siblings(parentCore).contains(workerCore)
                                ? ", two threads of one physical core"
                                : "");
            }
            return "left to the system: taskset refused";
        } catch (IOException e) {
            return "left to the system: there is no taskset";
        }
    }

    private static Process pin(ProcessHandle process, String cores) throws IOException {
        return new ProcessBuilder("taskset", "-a", "-p", "-c", cores, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean done(Process taskset) {
        try {
            return taskset.waitFor(TASKSET_SECONDS, TimeUnit.SECONDS) && taskset.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the first core on another physical core than that of the parent, or the second core if there is none. */
    static int apart(List<Integer> cores, List<Integer> siblings) {
        return cores.stream()
                .skip(1)
                .filter(core -> !siblings.contains(core))
                .findFirst()
                .orElse(cores.get(1));
    }

    /** Returns the hardware threads of the physical core of this one, including it. Empty if they are not known. */
    private static List<Integer> siblings(int core) {
        Path file = Path.of("/sys/devices/system/cpu/cpu" + core + "/topology/thread_siblings_list");
        try {
            return parse(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            return List.of();
        }
    }

    /** Returns the cores that this process may use, from {@code /proc}: a list such as {@code 0-3,8}. */
    private static List<Integer> allowed() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("Cpus_allowed_list:")) {
                    return parse(line.substring(line.indexOf(':') + 1).strip());
                }
            }
        } catch (IOException e) {
            // Not Linux: unknown.
        }
        return List.of();
    }

    /**
     * Parses a list of cores such as {@code 0-3,8}.
     *
     * @throws NumberFormatException if the text is not such a list
     */
    public static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String part : list.split(",")) {
            String[] range = part.split("-");
            for (int core = Integer.parseInt(range[0]); core <= Integer.parseInt(range[range.length - 1]); core++) {
                cores.add(core);
            }
        }
        return cores;
    }
}
