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
            description = "quick (the default), standard or full: sets cells and rounds.")
    @Nullable
    String preset;

    @Option(
            names = "--budget",
            paramLabel = "<time>",
            description = "Cut the plan to 90s, 20m or 1.5h: first rounds, then blocks, then payloads.")
    @Nullable
    String budget;

    @Option(
            names = "--until",
            paramLabel = "<share>",
            description =
                    "Go on when the planned rounds are done: more rounds of encode, decode, stream and roundTrip until each table resolves 10%%, or another share; --budget bounds the time.")
    @Nullable
    String until;

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
                    "same (parent and worker on one core, the default), auto (on two cores) or none (the system decides).")
    @Nullable
    String pin;

    @Option(
            names = "--order",
            paramLabel = "<order>",
            description =
                    "side-by-side (all forks of a table at once, in turns; the default), interleaved (one fork after another, in shuffled rounds) or jmh (all forks of a cell in a row).")
    @Nullable
    String order;

    @Option(
            names = "--arm",
            paramLabel = "<arm>",
            description =
                    "Run codecs in another library, Java, flags or worker as well, beside themselves: NAME:lib=JAR, NAME:jvm=LAUNCHER, NAME:flags=FLAGS or NAME:worker=EXECUTABLE (in another language); may be repeated, for one arm too.")
    List<String> arms = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "<what>",
            description = "regression: exit with 3 when a codec is slower in an arm than beside it, or fails there.")
    @Nullable
    String failOn;

    @Option(names = "--seed", paramLabel = "<number>", description = "Seed of the order and of the values.")
    @Nullable
    Long seed;

    @Option(
            names = "--results",
            paramLabel = "<dir>",
            description = "Folder in which the folder of this run is created; 'results' by default.")
    @Nullable
    Path results;

    @Option(
            names = "--resume",
            paramLabel = "<dir>",
            description =
                    "Go on with the run in this folder, as it was planned there; --until and --budget may be new.")
    @Nullable
    Path resume;

    @Option(
            names = "--deadline",
            paramLabel = "<time>",
            description = "Time limit for an answer of a worker, plus time for its size; 30s by default.")
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
                    "With --class: a file of values, .json, .jsonl or .ndjson (bound by Jackson) or .ser (java.io).")
    @Nullable
    Path values;

    @Mixin
    UserJarOption userJars = new UserJarOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--version", description = "Print versions and exit.")
    boolean version;
}
