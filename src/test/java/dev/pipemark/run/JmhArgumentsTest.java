package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.Options;

class JmhArgumentsTest {
    /** Catches an option that is read, and then not passed to the fork. */
    @Test
    void everyOptionReachesTheFork() {
        JmhArguments user = JmhArguments.parse(List.of(
                "-wi",
                "2",
                "-w",
                "100ms",
                "-i",
                "4",
                "-r",
                "1s",
                "-bm",
                "thrpt",
                "-tu",
                "us",
                "-t",
                "2",
                "-prof",
                "gc",
                "-si",
                "false",
                "-gc",
                "true",
                "-to",
                "9s",
                "-opi",
                "7",
                "-bs",
                "3",
                "-wbs",
                "5",
                "-jvmArgsAppend",
                "-Da=b",
                "-rf",
                "json",
                "-rff",
                "out.json",
                "-f",
                "4"));
        BenchmarkMethod benchmark = Benchmarks.onClassPath().named("encode");
        Options fork = ForkOptions.of(
                ForkSettings.of(user, Timing.FULL.with(user.options()), "same", 1, Path.of("work")),
                benchmark,
                dev.pipemark.record.Cell.of("encode", "java", "int", java.util.Map.of()),
                Modes.of(
                        dev.pipemark.record.Cell.of("encode", "java", "int", java.util.Map.of()),
                        benchmark,
                        user.options()),
                0,
                Path.of("note"),
                11,
                16,
                null);
        assertThat(fork.getWarmupIterations().get()).isEqualTo(2);
        assertThat(fork.getWarmupTime().get()).hasToString("100 ms");
        assertThat(fork.getMeasurementIterations().get()).isEqualTo(4);
        assertThat(fork.getMeasurementTime().get()).hasToString("1000 ms");
        assertThat(fork.getBenchModes()).hasToString("[Throughput]");
        assertThat(fork.getTimeUnit().get()).hasToString("MICROSECONDS");
        assertThat(fork.getThreads().get()).isEqualTo(2);
        assertThat(fork.getProfilers()).hasSize(1);
        assertThat(fork.shouldSyncIterations().get()).isFalse();
        assertThat(fork.shouldDoGC().get()).isTrue();
        assertThat(fork.getTimeout().get()).hasToString("9 s");
        assertThat(fork.getOperationsPerInvocation().get()).isEqualTo(7);
        assertThat(fork.getMeasurementBatchSize().get()).isEqualTo(3);
        assertThat(fork.getWarmupBatchSize().get()).isEqualTo(5);
        assertThat(fork.getJvmArgsAppend().get())
                .contains("-Da=b", "-Dpipemark.pin=same", "-Dpipemark.seed=11", "-Dpipemark.ring=16");
        assertThat(fork.getJvmArgs().get()).contains("-Xmx1g");
        assertThat(fork.getForkCount().get()).isOne();
        assertThat(fork.getParameter("codec").get()).containsExactly("java");
        assertThat(fork.getResult().hasValue()).isFalse();
        assertThat(fork.getResultFormat().hasValue()).isFalse();
        assertThat(user.resultFile()).contains(Path.of("out.json"));
        assertThat(user.forks()).contains(4);
    }

    /** Catches {@code -rf} alone that writes no file, although JMH has a default name. */
    @Test
    void aFormatAloneHasJmhsFileName() {
        assertThat(JmhArguments.parse(List.of("-rf", "json")).resultFile()).contains(Path.of("jmh-result.json"));
        assertThat(JmhArguments.parse(List.of()).resultFile()).isEmpty();
    }
}
