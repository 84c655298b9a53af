package dev.pipemark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

class JmhLinkTest {
    /** Many times the capacity of a socket's buffers. */
    private static final int REHEARSALS = 10_000;

    /** Catches a fork that hangs in its warm-up because nobody reads its messages, and a thread that does not end. */
    @Test
    @Timeout(60)
    void rehearsedMessagesAreReadAndNoThreadStays() throws Exception {
        List<Thread> readers;
        try (JmhLink link = new JmhLink(parameters())) {
            readers = readers();
            assertThat(readers).hasSize(1);
            for (int i = 0; i < REHEARSALS; i++) {
                link.rehearse();
            }
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(readers()).isEmpty();
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("pipemark-jmh-link"))
                .toList();
    }

    private static BenchmarkParams parameters() {
        return new BenchmarkParams(
                "dev.pipemark.bench.StreamBenchmark.stream",
                "generated",
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                iterations(IterationType.WARMUP),
                iterations(IterationType.MEASUREMENT),
                Mode.Throughput,
                new WorkloadParams(),
                TimeUnit.SECONDS,
                1,
                "java",
                List.of(),
                "17",
                "VM",
                "17",
                "1.37",
                Defaults.TIMEOUT);
    }

    private static IterationParams iterations(IterationType type) {
        return new IterationParams(type, 1, TimeValue.milliseconds(1), 1);
    }
}
