package dev.pipemark.cli;

import dev.pipemark.plan.Benchmarks;
import dev.pipemark.plan.ForkSettings;
import dev.pipemark.plan.MergedResults;
import dev.pipemark.plan.Timing;
import dev.pipemark.report.Reports;
import dev.pipemark.result.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.Options;

/** The files that are made from a run: the report, and JMH's own formats. */
final class Outputs {
    private Outputs() {}

    /**
     * Writes the report and {@code jmh-result.json} into the run's folder.
     *
     * @throws IOException when a file cannot be written
     */
    static void write(Run run, Path folder, RunRequest request, Benchmarks benchmarks) throws IOException {
        merged(run, folder, request, benchmarks).write(run, ResultFormatType.JSON, folder.resolve("jmh-result.json"));
        Reports.write(run, folder);
    }

    /** Writes the file that {@code -rf} and {@code -rff} ask for, if either is given. */
    static void writeAsked(Run run, Path folder, RunRequest request, Benchmarks benchmarks) throws IOException {
        Options jmh = request.jmh();
        if (jmh.getResultFormat().hasValue() || jmh.getResult().hasValue()) {
            ResultFormatType format = jmh.getResultFormat().orElse(Defaults.RESULT_FORMAT);
            String file = jmh.getResult()
                    .orElse(Defaults.RESULT_FILE_PREFIX + "."
                            + format.toString().toLowerCase(Locale.ENGLISH));
            merged(run, folder, request, benchmarks).write(run, format, Path.of(file));
        }
    }

    private static MergedResults merged(Run run, Path folder, RunRequest request, Benchmarks benchmarks) {
        Timing timing = Timings.read(run.info().settings());
        return new MergedResults(
                benchmarks,
                new ForkSettings(
                        request.jmh(), timing, request.pin(), run.info().seed(), folder));
    }
}
