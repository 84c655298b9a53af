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
 * The settings that all forks of a run share.
 *
 * @param user JMH's options as typed
 * @param timing the iterations, including the user's options
 * @param pin {@code auto}, {@code same} or {@code none}
 * @param seed the seed of the values and of the order
 * @param work the folder into which forks write their notes and logs for the runner
 * @param deadline the time limit for an answer of a worker, without the additional time for large values
 * @param opens the flags of the forks and workers of a codec, by its id. They open packages of the JDK to the codec.
 * @param classPath the class path of forks and workers
 * @param arms the settings of the forks of each arm, by the name of the arm
 * @param worker the executable of the workers, written in another language; {@code null} for the suite's own workers
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
     * Returns the settings of a planned run.
     *
     * @throws IllegalArgumentException if JMH does not accept the recorded options. The message has JMH's reason.
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

    /** Returns these settings with packages that are opened to some codecs. */
    public ForkSettings opening(Map<String, List<String>> opened) {
        return new ForkSettings(user, timing, pin, seed, work, deadline, opened, classPath, arms, worker);
    }

    /** Returns these settings with the class path and the opened packages of a stock, and with the planned arms. */
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

    /** Returns the settings of the forks of a codec. If the codec is in an arm, these are the settings of the arm. */
    ForkSettings forCodec(String codec) {
        return arms.getOrDefault(Arm.of(codec), this);
    }

    /** Returns these settings with the Java, the flags, the workers and the jars of an arm. Its jars come first. */
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

    /** Returns the settings of workers that are started in the same way as the workers of forks. */
    WorkerSettings workers() {
        return workers(work);
    }

    /**
     * Returns the settings of workers that are started in the same way as the workers of forks.
     *
     * @param logs the folder for the stderr of the workers
     */
    WorkerSettings workers(Path logs) {
        return new WorkerSettings(jvm(), classPath, WorkerSettings.inherited(flags()), logs, deadline);
    }

    /** Returns the placement of a cell's processes: the placement that the cell states, and otherwise that of the run. */
    String pin(Cell cell) {
        return Parameter.CORES.of(cell).equals(Parameter.CORES.defaultValue()) ? pin : TWO_CORES;
    }

    /** Returns the Java launcher of forks and workers. */
    public String jvm() {
        return user.getJvm()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** Returns the number of threads that call a benchmark at once, if the user gives it by {@code -t}. */
    public Optional<String> threads() {
        return Optional.ofNullable(user.getThreads().orElse(null))
                .map(threads -> threads == Threads.MAX ? "as many as there are cores" : threads.toString());
    }

    /**
     * Returns other options of JMH that change the measurement, by their names. {@code -opi} is among them only if the user
     * gives it.
     */
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

    /** Returns the flags of forks and their workers, without the system properties that the runner adds for each fork. */
    public List<String> flags() {
        List<String> base = base();
        List<String> before = list(user.getJvmArgsPrepend());
        List<String> behind = list(user.getJvmArgsAppend());
        List<String> flags = new ArrayList<>(before);
        flags.addAll(base);
        flags.addAll(behind);
        return flags;
    }

    /** Returns the flags between the prepended and the appended flags. */
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

    /** Returns the path of a launcher. A launcher without a folder is searched for in {@code PATH}, as the system does. */
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

    /**
     * Returns the Java version of {@code -jvm}, from the release file beside the launcher. Returns the version of this JVM if
     * there is no such file.
     */
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
