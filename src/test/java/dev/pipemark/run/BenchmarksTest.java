package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Benchmark;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    private final Benchmarks listed = Benchmarks.onClassPath();

    /**
     * Catches a benchmark class that no plan, time model or table knows, and a name that JMH does not know. Benchmarks
     * of tests are in other packages.
     */
    @Test
    void theEnumHasTheBenchmarksThatJmhLists() {
        assertThat(listed.all().stream().filter(method -> method.qualifiedName().startsWith("dev.pipemark.bench.")))
                .extracting(BenchmarkMethod::name)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Benchmark.values()).map(Benchmark::id).toList());
    }

    /** Catches a headline with a parameter that the benchmark does not have: JMH would refuse each of its forks. */
    @Test
    void everyHeadlineParameterBelongsToTheBenchmark() {
        for (Benchmark benchmark : Benchmark.values()) {
            benchmark
                    .headline()
                    .keySet()
                    .forEach(
                            parameter -> assertThat(listed.named(benchmark.id()).has(parameter.id()))
                                    .as(benchmark + " " + parameter)
                                    .isTrue());
        }
    }
}
