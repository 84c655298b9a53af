package dev.pipemark.run;

import dev.pipemark.bench.ForkThreads;
import dev.pipemark.bench.Gate;
import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/**
 * JMH's options for one fork of one cell. They are copied one by one from the user's options, and not inherited. JMH
 * would otherwise write the result file after every fork, and an option cannot be unset.
 */
final class ForkOptions {
    private static final int LAST_SECONDS = 5;

    private ForkOptions() {}

    /**
     * Returns the options of one fork.
     *
     * @param mode the mode of the cell
     * @param warmupForks the number of forks before this one, which do not count
     * @param note the path of the fork's note
     * @param seed the seed of the values
     * @param ring the number of values of a ring that serves all iterations; 0 if each iteration has new values
     * @param ticket the ticket for the gate; {@code null} for a fork that runs alone
     */
    static Options of(
            ForkSettings settings,
            BenchmarkMethod benchmark,
            Cell cell,
            Mode mode,
            int warmupForks,
            Path note,
            long seed,
            int ring,
            @Nullable String ticket) {
        Options user = settings.user();
        Timing timing = settings.timing().in(cell.benchmark(), mode, user);
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.qualifiedName()) + "$")
                .mode(mode)
                .forks(1)
                .warmupForks(warmupForks)
                .warmupIterations(timing.warmups())
                .warmupTime(TimeValue.milliseconds(timing.warmupMillis()))
                .measurementIterations(timing.iterations())
                .measurementTime(TimeValue.milliseconds(timing.iterationMillis()))
                // The reason then arrives here as an exception. The run continues anyway.
                .shouldFailOnError(true);
        benchmark.parameters(Arm.base(cell)).forEach((name, value) -> builder.param(name, value));
        copy(user, builder);
        builder.jvmArgsPrepend(array(ForkSettings.list(user.getJvmArgsPrepend())));
        builder.jvmArgs(array(settings.base()));
        List<String> behind = new ArrayList<>();
        behind.add("-Dpipemark.note=" + note);
        behind.add("-Dpipemark.worker.logs=" + settings.work());
        behind.add("-Dpipemark.pin=" + settings.pin(cell));
        behind.add("-Dpipemark.seed=" + seed);
        behind.add("-Dpipemark.warm.millis=" + timing.settleMillis());
        if (ring > 0) {
            behind.add("-Dpipemark.ring=" + ring);
        }
        if (user.getOperationsPerInvocation().hasValue()) {
            double own = benchmark.entry().getOperationsPerInvocation().orElse(Defaults.OPS_PER_INVOCATION);
            behind.add(
                    "-Dpipemark.operations=" + user.getOperationsPerInvocation().get() / own);
        }
        if (ticket != null) {
            behind.add("-D" + Gate.PROPERTY + "=" + ticket);
            // JMH's time-out includes the wait at the gate. The runner has deadlines for all other steps of a fork.
            builder.timeout(TimeValue.days(1));
        }
        // JMH has the result by then. It would wait half a minute for threads that a library left behind.
        behind.add("-Djmh.shutdownTimeout=" + LAST_SECONDS);
        behind.add("-Djmh.shutdownTimeout.step=1");
        behind.add(ForkThreads.KIND);
        behind.add(ForkThreads.NAME);
        behind.add("-Dpipemark.deadline.millis=" + settings.deadline().toMillis());
        if (settings.worker() != null) {
            behind.add("-Dpipemark.foreign=" + settings.worker());
        }
        behind.addAll(settings.opens().getOrDefault(Arm.base(cell.codec()), List.of()));
        behind.addAll(ForkSettings.list(user.getJvmArgsAppend()));
        builder.jvmArgsAppend(array(behind));
        return builder.build();
    }

    private static void copy(Options user, ChainedOptionsBuilder builder) {
        give(user.verbosity(), builder::verbosity);
        give(user.shouldDoGC(), builder::shouldDoGC);
        give(user.shouldSyncIterations(), builder::syncIterations);
        give(user.getThreads(), builder::threads);
        give(user.getThreadGroups(), builder::threadGroups);
        give(user.getTimeUnit(), builder::timeUnit);
        give(user.getOperationsPerInvocation(), builder::operationsPerInvocation);
        give(user.getWarmupBatchSize(), builder::warmupBatchSize);
        give(user.getMeasurementBatchSize(), builder::measurementBatchSize);
        give(user.getTimeout(), builder::timeout);
        give(user.getJvm(), builder::jvm);
        for (ProfilerConfig profiler : user.getProfilers()) {
            builder.addProfiler(profiler.getKlass(), profiler.getOpts());
        }
    }

    private static <T> void give(Optional<T> value, Consumer<T> to) {
        if (value.hasValue()) {
            to.accept(value.get());
        }
    }

    private static String[] array(Collection<String> flags) {
        return flags.toArray(String[]::new);
    }
}
