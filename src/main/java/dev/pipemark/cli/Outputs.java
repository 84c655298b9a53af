package dev.pipemark.cli;

import dev.pipemark.record.Run;
import dev.pipemark.report.Reports;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.ForkSettings;
import dev.pipemark.run.MergedResults;
import dev.pipemark.run.Timing;
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
    static void write(Run run, Path folder, RunRequest request, Benchmarks benchmarks) throws IOException {
        merged(run, folder, request, benchmarks).writeJson(run, folder.resolve("jmh-result.json"));
        Reports.write(run, folder);
    }

    /** Writes the file that {@code -rf} and {@code -rff} ask for, if either is given. */
    static void writeAsked(Run run, Path folder, RunRequest request, Benchmarks benchmarks) throws IOException {
        merged(run, folder, request, benchmarks).writeAsked(run, request.jmh());
    }

    private static MergedResults merged(Run run, Path folder, RunRequest request, Benchmarks benchmarks) {
        Timing timing = Timings.read(run.info().settings());
        return new MergedResults(
                benchmarks,
                ForkSettings.of(request.jmh(), timing, request.pin(), run.info().seed(), folder));
    }
}
