package dev.pipemark.run;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.worker.WorkerSettings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What all forks of a run have in common.
 *
 * @param user JMH's options as typed
 * @param timing iterations, the user's wishes included
 * @param pin {@code auto}, {@code same} or {@code none}
 * @param seed of the values and the order
 * @param work where forks write what the runner reads
 * @param deadline how long an answer of a worker may take, beside what its size allows for
 * @param opens flags of the forks and workers of a codec, by its id: they open packages of the JDK to it
 * @param classPath of forks and workers
 * @param arms the settings of the forks of each arm, by its name
 * @param worker the executable of the workers, written in another language; {@code null} for the suite's own
 */
public record ForkSettings(
        Options user,
        Timing timing,
        String pin,
        long seed,
        Path work,
        Duration deadline,
        Map<String, List<String>> opens,
        String classPath,
        Map<String, ForkSettings> arms,
        @Nullable String worker) {
    private static final String TWO_CORES = "auto";

    public ForkSettings(Options user, Timing timing, String pin, long seed, Path work) {
        this(user, timing, pin, seed, work, WorkerSettings.DEADLINE);
    }

    private ForkSettings(Options user, Timing timing, String pin, long seed, Path work, Duration deadline) {
        this(
                user,
                timing,
                pin,
                seed,
                work,
                deadline,
                Map.of(),
                System.getProperty("java.class.path", ""),
                Map.of(),
                null);
    }

    public static ForkSettings of(JmhArguments user, Timing timing, String pin, long seed, Path work) {
        return new ForkSettings(user.options(), timing, pin, seed, work);
    }

    /**
     * Of a run that was planned.
     *
     * @throws IllegalArgumentException when JMH does not take the options on record, with JMH's reason
     */
    public static ForkSettings of(RunInfo info, Path work) {
        return of(info.plan(), info.seed(), work);
    }

    static ForkSettings of(RunPlan plan, long seed, Path work) {
        Double limit = plan.deadlineSeconds();
        return new ForkSettings(
                        JmhArguments.parse(plan.jmh()).options(),
                        Timing.of(plan.times()),
                        plan.pin(),
                        seed,
                        work,
                        limit == null ? WorkerSettings.DEADLINE : Duration.ofMillis(Math.round(limit * 1000)))
                .armed(plan.arms());
    }

    /** The same with packages opened for some codecs. */
    public ForkSettings opening(Map<String, List<String>> opened) {
        return new ForkSettings(user, timing, pin, seed, work, deadline, opened, classPath, arms, worker);
    }

    /** The same with what forks load. */
    ForkSettings loading(Stock stock, List<Arm> planned) {
        return new ForkSettings(
                        user, timing, pin, seed, work, deadline, stock.opens(), stock.classPath(), Map.of(), worker)
                .armed(planned);
    }

    private ForkSettings armed(List<Arm> planned) {
        Map<String, ForkSettings> armed = new LinkedHashMap<>();
        planned.forEach(arm -> armed.put(arm.name(), in(arm)));
        return new ForkSettings(user, timing, pin, seed, work, deadline, opens, classPath, armed, worker);
    }

    /** The settings of the forks of a codec: those of its arm, where it is in one. */
    ForkSettings forCodec(String codec) {
        return arms.getOrDefault(Arm.of(codec), this);
    }

    /** The same on the Java, with the flags and the workers and behind the jars of an arm. */
    ForkSettings in(Arm arm) {
        ChainedOptionsBuilder changed = new OptionsBuilder().parent(user);
        String jvm = arm.jvm();
        if (jvm != null) {
            changed.jvm(jvm);
        }
        changed.jvmArgsAppend(Stream.concat(list(user.getJvmArgsAppend()).stream(), arm.flags().stream())
                .toArray(String[]::new));
        String path = Stream.concat(arm.jars().stream(), Stream.of(classPath))
                .collect(Collectors.joining(File.pathSeparator));
        return new ForkSettings(
                changed.build(), timing, pin, seed, work, deadline, opens, path, Map.of(), arm.worker());
    }

    /** How workers are started as those of forks are. */
    WorkerSettings workers() {
        return workers(work);
    }

    /**
     * The same.
     *
     * @param logs where they write their errors
     */
    WorkerSettings workers(Path logs) {
        return new WorkerSettings(jvm(), classPath, WorkerSettings.inherited(flags()), logs, deadline);
    }

    /** Where the processes of a cell are put: where the cell says so, or else where the run does. */
    String pin(Cell cell) {
        return Parameter.CORES.of(cell).equals(Parameter.CORES.unsaid()) ? pin : TWO_CORES;
    }

    /** The Java launcher that forks and workers run on. */
    public String jvm() {
        return user.getJvm()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** How many threads call a benchmark at once, where the user says so: {@code -t}. */
    public Optional<String> threads() {
        return Optional.ofNullable(user.getThreads().orElse(null))
                .map(threads -> threads == Threads.MAX ? "as many as there are cores" : threads.toString());
    }

    /** Other options of JMH's that change what is measured, by their names; {@code -opi} only where the user gives it. */
    Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("-gc", String.valueOf(user.shouldDoGC().orElse(Defaults.DO_GC)));
        others.put("-si", String.valueOf(user.shouldSyncIterations().orElse(Defaults.SYNC_ITERATIONS)));
        others.put("-wf", String.valueOf(user.getWarmupForkCount().orElse(Defaults.WARMUP_FORKS)));
        if (user.getOperationsPerInvocation().hasValue()) {
            others.put("-opi", user.getOperationsPerInvocation().get().toString());
        }
        return others;
    }

    /** The flags of forks and their workers, beside those that tell a fork where it is. */
    public List<String> flags() {
        List<String> base = base();
        List<String> before = list(user.getJvmArgsPrepend());
        List<String> behind = list(user.getJvmArgsAppend());
        List<String> flags = new ArrayList<>(before);
        flags.addAll(base);
        flags.addAll(behind);
        return flags;
    }

    /** What stands between the flags to prepend and those to append. */
    List<String> base() {
        if (user.getJvmArgs().hasValue()) {
            return list(user.getJvmArgs());
        }
        List<String> around = new ArrayList<>(list(user.getJvmArgsPrepend()));
        around.addAll(list(user.getJvmArgsAppend()));
        return JvmFlags.defaults(feature(), around);
    }

    static List<String> list(org.openjdk.jmh.util.Optional<Collection<String>> flags) {
        return flags.hasValue() ? List.copyOf(flags.get()) : List.of();
    }

    /** A launcher without a folder is the one that the system would find. */
    private static Path found(String launcher) {
        if (launcher.contains(File.separator)) {
            return Path.of(launcher);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, launcher))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(launcher));
    }

    /** The Java version of {@code -jvm}, as the file beside it says; without one it is taken for ours. */
    private int feature() {
        int own = Runtime.version().feature();
        if (!user.getJvm().hasValue()) {
            return own;
        }
        try (InputStream release =
                Files.newInputStream(found(jvm()).toRealPath().resolve("../../release"))) {
            Properties facts = new Properties();
            facts.load(release);
            String version = facts.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException e) {
            return own;
        }
    }
}
