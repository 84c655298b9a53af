package dev.pipemark.worker;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that start a worker.
 *
 * @param launcher the {@code java} command that runs it. A path becomes absolute.
 * @param classPath the class path of the worker, including the suite's own jar. Its paths become absolute.
 * @param jvmFlags flags of the worker's JVM
 * @param logs the folder for the workers' stderr
 * @param deadline the time that one answer may take before the worker is killed
 */
public record WorkerSettings(String launcher, String classPath, List<String> jvmFlags, Path logs, Duration deadline) {
    /** The time that an answer may take during a timed run. */
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final List<String> TAKEN = List.of(
            "-Xm", "-Xss", "-XX:", "-Xint", "-Xcomp", "-Xbatch", "-Xshare", "-D", "--add-", "--sun-misc", "-ea");

    /** Flags that a worker must not take over: log files, dumps, debug ports, recordings. */
    private static final List<String> LEFT = List.of(
            "-XX:HeapDumpPath",
            "-XX:+HeapDump",
            "-XX:ErrorFile",
            "-XX:LogFile",
            "-XX:+LogVMOutput",
            "-XX:+Print",
            "-XX:CompileCommandFile",
            "-XX:StartFlightRecording",
            "-XX:FlightRecorderOptions",
            "-XX:OnError",
            "-XX:OnOutOfMemoryError",
            "-XX:SharedArchiveFile",
            "-Dcom.sun.management",
            "-Dpipemark.");

    public WorkerSettings {
        // A worker may run in another folder than this process.
        launcher = launcher.contains(File.separator)
                ? Path.of(launcher).toAbsolutePath().toString()
                : launcher;
        classPath = absolute(classPath);
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** Creates settings for workers on the Java that runs this process. */
    public WorkerSettings(String classPath, List<String> jvmFlags, Path logs, Duration deadline) {
        this(ownLauncher(), classPath, jvmFlags, logs, deadline);
    }

    /** Returns the {@code java} command that runs this process. */
    public static String ownLauncher() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Returns settings like those of this JVM: its class path and its flags for heap, collector, compiler, properties
     * and modules.
     */
    public static WorkerSettings likeThisJvm(Path logs) {
        return new WorkerSettings(
                System.getProperty("java.class.path", ""),
                inherited(ManagementFactory.getRuntimeMXBean().getInputArguments()),
                logs,
                Duration.ofMillis(Long.getLong("pipemark.deadline.millis", DEADLINE.toMillis())));
    }

    /** Returns these settings with more flags. */
    public WorkerSettings with(List<String> more) {
        List<String> flags = new ArrayList<>(jvmFlags);
        flags.addAll(more);
        return new WorkerSettings(launcher, classPath, flags, logs, deadline);
    }

    /** Returns the flags that a worker takes over from a JVM. Agents, debug ports and log files are left out. */
    public static List<String> inherited(List<String> flags) {
        return flags.stream()
                .filter(flag -> TAKEN.stream().anyMatch(flag::startsWith))
                .filter(flag -> LEFT.stream().noneMatch(flag::startsWith))
                .toList();
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
