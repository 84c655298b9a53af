package dev.pipemark.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks this machine for conditions that distort measurements. */
public final class Doctor {
    private static final int CALLS = 200_000;
    private static final long NEEDED_MIB = 3072;

    private final Map<String, String> facts = Environment.capture();
    private final Map<String, String> load = Environment.load();
    private final List<Finding> findings = new ArrayList<>();

    private Doctor() {}

    /**
     * The result of one check.
     *
     * @param good whether the condition is harmless
     * @param what the name of the check, a word or two
     * @param found the state that was found
     * @param remedy the effect on measurements and the remedy, if it is not harmless
     */
    public record Finding(boolean good, String what, String found, String remedy) {}

    /** Makes all checks, which takes some milliseconds. */
    public static List<Finding> examine() {
        Doctor doctor = new Doctor();
        doctor.processors();
        doctor.neighbours();
        doctor.clock();
        doctor.memory();
        doctor.tools();
        return List.copyOf(doctor.findings);
    }

    private void processors() {
        int cores = Runtime.getRuntime().availableProcessors();
        say(
                cores >= 2,
                "cores",
                fact("cpu.model") + ", " + cores + " for this JVM",
                "parent and worker share one: choose --pin same, or use a machine with two");
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
                "the hypervisor gives time to other machines: use more rounds or a dedicated machine");
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
                "reading it takes a system call: boot with clocksource=tsc if the processor has a stable TSC");
        double cost = nanoTimeCost();
        say(
                cost < 100,
                "nanoTime",
                String.format(Locale.ROOT, "%.0f ns a call", cost),
                "percentiles of short calls include this cost");
        String pipe = fact("pipe.capacity");
        say(!(number(pipe) < 65536), "pipe", pipe, "the user's pipe quota is used up: close other pipes");
    }

    private void memory() {
        Memory memory = Memory.here();
        say(
                memory.available() < 0 || memory.available() >= NEEDED_MIB,
                "memory",
                (memory.available() < 0 ? "an unknown part" : memory.available()) + " of " + memory.total()
                        + " MiB available",
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
                "cannot be written: choose another place with --results");
    }

    private void say(boolean good, String what, String found, String remedy) {
        findings.add(new Finding(good, what, found, good ? "" : remedy));
    }

    private String fact(String name) {
        return facts.getOrDefault(name, Environment.UNKNOWN);
    }

    /** The number that a fact begins with, or NaN if it does not begin with a number. */
    private static double number(String fact) {
        try {
            return Double.parseDouble(fact.strip().split("[\\s%]", 2)[0]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
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
