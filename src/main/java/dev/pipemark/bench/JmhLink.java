package dev.pipemark.bench;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ThroughputResult;

/**
 * What JMH does on this side after each iteration: it sends the result to its other process by Java serialization. Code
 * that was compiled for a codec's values alone does not know those classes and their paths, and is thrown away when the first
 * result leaves, just before what is measured; so they are part of the warm-up.
 */
final class JmhLink {
    private static final Integer ITERATION = 1;

    private final BenchmarkParams benchmark;

    JmhLink(BenchmarkParams benchmark) {
        this.benchmark = benchmark;
    }

    /** Writes a result like those that will be sent, to nowhere. */
    void rehearse() throws IOException {
        IterationParams iteration = benchmark.getMeasurement();
        IterationResult result = new IterationResult(benchmark, iteration, new IterationResultMetaData(1, 1));
        result.addResult(new AverageTimeResult(ResultRole.PRIMARY, "", 1, 1, TimeUnit.NANOSECONDS));
        result.addResult(new ThroughputResult(ResultRole.PRIMARY, "", 1, 1, TimeUnit.SECONDS));
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(new Object[] {benchmark, iteration, ITERATION, result});
        }
    }
}
