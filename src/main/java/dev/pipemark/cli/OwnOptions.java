package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of {@code run} that are not JMH's. They have long names only, so that JMH's short options keep their
 * meaning.
 */
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
            description = "quick (the default), standard or full. A preset chooses cells and rounds.")
    @Nullable
    String preset;

    @Option(
            names = "--budget",
            paramLabel = "<time>",
            description =
                    "Time limit such as 90s, 20m or 1.5h. A plan that takes longer loses rounds first, then blocks of tables, then payloads.")
    @Nullable
    String budget;

    @Option(
            names = "--until",
            paramLabel = "<share>",
            description =
                    "After the planned rounds, add rounds until each table of encode, decode, stream and roundTrip resolves this difference, such as 10%%. --budget limits the time.")
    @Nullable
    String until;

    @Option(
            names = "--codecs",
            paramLabel = "<globs>",
            split = ",",
            description =
                    "Codecs to measure, such as 'jackson-*,java'. Any codec can compress its messages: kryo+zstd, also deflate, lz4 and snappy.")
    List<String> codecs = new ArrayList<>();

    @Option(
            names = "--payloads",
            paramLabel = "<globs>",
            split = ",",
            description = "Payloads to measure, such as 'order', or a whole family, such as 'instances/*'.")
    List<String> payloads = new ArrayList<>();

    @Option(
            names = "--pin",
            paramLabel = "<mode>",
            description =
                    "same (the default: parent and worker on one core), auto (on two cores) or none (the system decides).")
    @Nullable
    String pin;

    @Option(
            names = "--order",
            paramLabel = "<order>",
            description =
                    "side-by-side (the default: all forks of a table take turns), interleaved (one fork after another, in shuffled rounds) or jmh (all forks of a cell in a row).")
    @Nullable
    String order;

    @Option(
            names = "--sitting-forks",
            paramLabel = "<number>",
            description =
                    "The maximum number of forks that take turns together: 3 or more, 24 by default. A table with more cells is measured in groups. Two of its cells are in each group and join the groups.")
    @Nullable
    Integer sittingForks;

    @Option(
            names = "--turn-iterations",
            paramLabel = "<number>",
            description =
                    "The number of iterations that a fork measures in one turn; 1 by default. More show how the length of a turn changes the results.")
    @Nullable
    Integer turnIterations;

    @Option(
            names = "--arm",
            paramLabel = "<arm>",
            description =
                    "Measure codecs also in an arm: NAME:lib=JAR, NAME:jvm=LAUNCHER, NAME:flags=FLAGS or NAME:worker=EXECUTABLE (in another language). May be repeated. The same name adds to the same arm.")
    List<String> arms = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "<what>",
            description =
                    "regression: exit with 3 if a codec is slower in an arm than without it, or fails only there.")
    @Nullable
    String failOn;

    @Option(names = "--seed", paramLabel = "<number>", description = "Seed of the order and of the values.")
    @Nullable
    Long seed;

    @Option(
            names = "--results",
            paramLabel = "<dir>",
            description = "Folder for results; 'results' by default. Each run creates a folder in it.")
    @Nullable
    Path results;

    @Option(
            names = "--resume",
            paramLabel = "<dir>",
            description = "Continue the run in this folder with its own plan. Only --until and --budget may change.")
    @Nullable
    Path resume;

    @Option(
            names = "--deadline",
            paramLabel = "<time>",
            description = "Time limit for an answer of a worker; 30s by default. Large values get more time.")
    @Nullable
    String deadline;

    @Option(names = "--dry-run", description = "Print the plan and its time without measuring.")
    boolean dryRun;

    @Mixin
    YourOptions yours = new YourOptions();

    @Option(
            names = "--values",
            paramLabel = "<file>",
            description =
                    "With --class: a file with values of the class: .json, .jsonl or .ndjson (bound by Jackson) or .ser (java.io).")
    @Nullable
    Path values;

    @Mixin
    UserJarOption userJars = new UserJarOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--version", description = "Print versions and exit.")
    boolean version;
}
