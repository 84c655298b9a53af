package dev.pipemark.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.pipemark.machine.Environment;
import dev.pipemark.machine.MachineLock;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what will spoil numbers on this machine, and what to do about it. */
final class DoctorCommand {
    private static final int CALLS = 200_000;
    private static final long NEEDED_MIB = 3072;

    private final Terminal terminal;
    private final Map<String, String> facts;
    private final Map<String, String> load;
    private int warnings;

    private DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
        this.facts = Environment.capture();
        this.load = Environment.load();
    }

    static int execute(List<String> args, Terminal terminal) throws UsageException {
        if (!args.isEmpty()) {
            throw new UsageException("'doctor' takes nothing else, not '" + args.get(0) + "'");
        }
        return new DoctorCommand(terminal).examine();
    }

    private int examine() {
        processors();
        neighbours();
        clock();
        memory();
        tools();
        terminal.out().println();
        terminal.out()
                .println(
                        warnings == 0
                                ? "Nothing here is known to spoil numbers."
                                : warnings + " of these will widen the spread, or shift it.");
        return ExitCode.FINE;
    }

    private void processors() {
        int cores = Runtime.getRuntime().availableProcessors();
        say(
                cores >= 2,
                "cores",
                fact("cpu.model") + ", " + cores + " for this JVM",
                "parent and worker share one: --pin same says so, or give the machine two");
        String quota = fact("cgroup.quota");
        double cpus = number(quota);
        say(!(cpus < 2), "quota", quota, "the container is throttled: allow it two CPUs or more");
        String governor = fact("cpu.governor");
        say(
                governor.equals("performance") || governor.equals(Environment.UNKNOWN),
                "governor",
                governor.equals(Environment.UNKNOWN) ? "not visible here" : governor,
                "the clock rate changes under load: cpupower frequency-set -g performance");
    }

    private void neighbours() {
        int cores = Runtime.getRuntime().availableProcessors();
        double runnable = number(load.getOrDefault("load1", ""));
        say(
                !(runnable > 0.25 * cores),
                "load",
                load.getOrDefault("load1", Environment.UNKNOWN) + " over the last minute",
                "other processes are busy: end them, or wait");
        double steal = number(load.getOrDefault("steal", ""));
        say(
                !(steal > 1),
                "steal",
                load.getOrDefault("steal", Environment.UNKNOWN) + " since boot",
                "the hypervisor gives time to others: use more rounds, or a machine of your own");
        try (MachineLock lock = MachineLock.take()) {
            say(true, "other runs", "none", "");
        } catch (MachineLock.TakenException e) {
            say(false, "other runs", "one is under way", "wait for it to end");
        } catch (IOException e) {
            say(false, "other runs", "cannot tell: " + e.getMessage(), "make java.io.tmpdir writable");
        }
    }

    private void clock() {
        String source = fact("clock.source");
        say(
                List.of("tsc", "arch_sys_counter", "kvm-clock", Environment.UNKNOWN)
                        .contains(source),
                "clock",
                source.equals(Environment.UNKNOWN) ? "not visible here" : source,
                "it is read by a system call: boot with clocksource=tsc where the processor has a stable one");
        double cost = nanoTimeCost();
        say(
                cost < 100,
                "nanoTime",
                String.format(Locale.ROOT, "%.0f ns a call", cost),
                "percentiles of short calls carry this cost");
        String pipe = fact("pipe.capacity");
        say(!(number(pipe) < 65536), "pipe", pipe, "the user's pipe quota is used up: close other pipes");
    }

    private void memory() {
        long total = -1;
        long free = -1;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            total = system.getTotalMemorySize() >> 20;
            free = available(system.getFreeMemorySize() >> 20);
        }
        say(
                free >= NEEDED_MIB,
                "memory",
                free + " of " + total + " MiB available",
                "fork and worker take 1 GiB of heap each: free some, or -jvmArgs \"-Xmx512m\"");
    }

    private void tools() {
        boolean taskset = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
        say(
                taskset,
                "taskset",
                taskset ? "found" : "not found",
                "processes cannot be pinned, round trips scatter more: install util-linux");
        Path results = Path.of("results").toAbsolutePath();
        Path there = results;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        say(
                there != null && Files.isWritable(there),
                "results",
                results.toString(),
                "cannot be written: --results names another place");
    }

    private void say(boolean good, String what, String found, String remedy) {
        if (!good) {
            warnings++;
        }
        terminal.out().printf("%-4s  %-10s  %s%n", good ? "good" : "warn", what, found);
        if (!good) {
            terminal.out().printf("      %-10s  → %s%n", "", remedy);
        }
    }

    private String fact(String name) {
        return facts.getOrDefault(name, Environment.UNKNOWN);
    }

    /** The number that a fact begins with; not a number when it begins with something else. */
    private static double number(String fact) {
        try {
            return Double.parseDouble(fact.strip().split("[\\s%]", 2)[0]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** What Linux counts as available includes caches that it would give up; elsewhere only the free part is told. */
    private static long available(long free) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
                }
            }
        } catch (IOException e) {
            return free;
        }
        return free;
    }

    private static double nanoTimeCost() {
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long begin = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                System.nanoTime();
            }
            least = Math.min(least, (System.nanoTime() - begin) / (double) CALLS);
        }
        return least;
    }
}
