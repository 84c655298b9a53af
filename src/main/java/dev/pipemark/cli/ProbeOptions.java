package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code probe} takes. */
@Command(
        name = "probe",
        sortOptions = false,
        customSynopsis = "java -jar benchmarks.jar probe [options]",
        description = {
            "",
            "Finds out what each codec carries to another process, by carrying it: values of every kind are encoded in"
                    + " one worker, decoded in another, and what arrived is described there and compared.",
            ""
        },
        footer = {
            "",
            "Writes capabilities.csv, report.md and report.html. The exit code is 0 whatever the codecs do; a value that"
                    + " hangs or kills its worker is a result."
        },
        usageHelpWidth = Terminal.COLUMNS)
final class ProbeOptions {
    @Option(
            names = "--codecs",
            paramLabel = "<globs>",
            split = ",",
            description = "Codecs to probe, 'kryo*,java'; all by default.")
    List<String> codecs = new ArrayList<>();

    @Option(
            names = "--values",
            paramLabel = "<globs>",
            split = ",",
            description =
                    "Values to try, 'lambda-*'; all by default. --list names them. With --class: a file with values of"
                            + " it, .json, .jsonl (bound by Jackson) or .ser (java.io).")
    List<String> values = new ArrayList<>();

    @Mixin
    YourOptions yours = new YourOptions();

    @Option(
            names = "--payloads",
            paramLabel = "<globs>",
            split = ",",
            description = "Payloads to try, 'order' or 'instances/*', and no other values unless --values names some.")
    List<String> payloads = new ArrayList<>();

    @Option(
            names = "--contracts",
            description = "Also probe what holds whatever the value: versions of a class, registration, threads.")
    boolean contracts;

    @Option(names = "--list", description = "List the values by group, and try nothing.")
    boolean list;

    @Option(
            names = "--results",
            paramLabel = "<dir>",
            description = "Where the folder of this matrix is made; 'results' by default.")
    Path results = Path.of("results");

    @Mixin
    UserJarOption userJars = new UserJarOption();

    @Mixin
    HelpOption help = new HelpOption();
}
