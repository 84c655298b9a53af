package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code probe}. */
@Command(
        name = "probe",
        sortOptions = false,
        customSynopsis = "java -jar benchmarks.jar probe [options]",
        description = {
            "",
            "Finds out which values each codec carries to another process. One worker encodes values of every kind,"
                    + " another decodes and describes them, and the descriptions are compared.",
            ""
        },
        footer = {
            "",
            "Writes capabilities.csv, report.md and report.html. The exit code is 0 whatever the codecs do: a value that"
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
                            + " it, .json, .jsonl or .ndjson (bound by Jackson) or .ser (java.io).")
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
            description =
                    "Also probe contracts, which do not depend on the value: versions of a class, registration, threads.")
    boolean contracts;

    @Option(
            names = "--languages",
            description =
                    "Send plain values to programs in other languages and back instead: those in target/workers, which"
                            + " scripts/build-workers builds.")
    boolean languages;

    @Option(
            names = "--worker",
            paramLabel = "<executable>",
            description =
                    "Test whether an executable keeps to the protocol of workers in other languages. The exit code is 2 if a rule"
                            + " is broken. With --languages: a program to send values to, 'rust=./my-worker'; may be"
                            + " repeated.")
    List<String> workers = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "<name>",
            description = "With --worker: json (the default), cbor, msgpack or protobuf.")
    @Nullable
    String format;

    @Option(names = "--list", description = "List the values by group without trying them.")
    boolean list;

    @Option(
            names = "--results",
            paramLabel = "<dir>",
            description = "Folder in which the folder of this matrix is created; 'results' by default.")
    Path results = Path.of("results");

    @Mixin
    UserJarOption userJars = new UserJarOption();

    @Mixin
    HelpOption help = new HelpOption();
}
