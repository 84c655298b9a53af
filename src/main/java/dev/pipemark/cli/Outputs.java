package dev.pipemark.cli;

import dev.pipemark.record.Run;
import dev.pipemark.report.Reports;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.ForkSettings;
import dev.pipemark.run.JmhArguments;
import dev.pipemark.run.MergedResults;
import java.io.IOException;
import java.nio.file.Path;

/** The files that are made from a run: the report, and JMH's own formats. */
final class Outputs {
    private Outputs() {}

    /**
     * Writes the report and {@code jmh-result.json} into the run's folder.
     *
     * @throws IOException when a file cannot be written
     */
    static void write(Run run, Path folder, Benchmarks benchmarks) throws IOException {
        merged(run, folder, benchmarks).writeJson(run, folder.resolve("jmh-result.json"));
        Reports.write(run, folder);
    }

    /**
     * Writes the file that {@code -rf} and {@code -rff} ask for, if either is given.
     *
     * @throws IOException when it cannot be written
     */
    static void writeAsked(Run run, Path folder, Benchmarks benchmarks) throws IOException {
        merged(run, folder, benchmarks)
                .writeAsked(run, JmhArguments.parse(run.info().plan().jmh()));
    }

    private static MergedResults merged(Run run, Path folder, Benchmarks benchmarks) {
        return new MergedResults(benchmarks, ForkSettings.of(run.info(), folder));
    }
}
