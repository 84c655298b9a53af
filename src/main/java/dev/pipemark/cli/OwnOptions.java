package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that are not JMH's: long ones only, so that no short one of JMH's changes its meaning. */
@Command(
        name = "java -jar benchmarks.jar run",
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "",
        usageHelpWidth = 80)
final class OwnOptions {
    @Option(
            names = "--preset",
            paramLabel = "<name>",
            description = "quick (the default), standard or full: which cells, how many rounds.")
    @Nullable
    String preset;

    @Option(
            names = "--budget",
            paramLabel = "<time>",
            description = "Cut the plan to 90s, 20m or 1.5h: rounds first, then blocks, then payloads.")
    @Nullable
    String budget;

    @Option(
            names = "--codecs",
            paramLabel = "<globs>",
            split = ",",
            description = "Codecs to measure, 'jackson-*,java'.")
    List<String> codecs = new ArrayList<>();

    @Option(
            names = "--payloads",
            paramLabel = "<globs>",
            split = ",",
            description = "Payloads to measure, 'order' or by family 'instances/*'.")
    List<String> payloads = new ArrayList<>();

    @Option(
            names = "--pin",
            paramLabel = "<mode>",
            description =
                    "same (parent and worker on one core, the default), auto (on two) or none (as the system likes).")
    @Nullable
    String pin;

    @Option(
            names = "--order",
            paramLabel = "<order>",
            description =
                    "side-by-side (the forks of a table at once, in turns; the default), interleaved (one after another, in shuffled rounds) or jmh (all forks of a cell in a row).")
    @Nullable
    String order;

    @Option(names = "--seed", paramLabel = "<number>", description = "Seed of the order and of the values.")
    @Nullable
    Long seed;

    @Option(
            names = "--results",
            paramLabel = "<dir>",
            description = "Where the folder of this run is made; 'results' by default.")
    @Nullable
    Path results;

    @Option(
            names = "--resume",
            paramLabel = "<dir>",
            description = "Go on with the run in this folder, as it was planned there.")
    @Nullable
    Path resume;

    @Option(
            names = "--deadline",
            paramLabel = "<time>",
            description = "How long a worker may take over an answer, beside what its size allows: 30s by default.")
    @Nullable
    String deadline;

    @Option(names = "--dry-run", description = "Print the plan with its time, and measure nothing.")
    boolean dryRun;

    @Mixin
    YourOptions yours = new YourOptions();

    @Option(
            names = "--values",
            paramLabel = "<file>",
            description =
                    "With --class: values to measure, in orders.json, .jsonl (bound by Jackson) or .ser (java.io).")
    @Nullable
    Path values;

    @Mixin
    UserJarOption userJars = new UserJarOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--version", description = "Print versions, and exit.")
    boolean version;
}
