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
            "Finds out which values each codec carries to another process. One worker encodes values of every kind."
                    + " Another worker decodes and describes them. The descriptions are compared.",
            ""
        },
        footer = {
            "",
            "Writes capabilities.csv, report.md and report.html. The exit code is 0 even if a value hangs or kills its"
                    + " worker, because that is a result."
        },
        usageHelpWidth = Terminal.COLUMNS)
final class ProbeOptions {
    @Option(
            names = "--codecs",
            paramLabel = "<globs>",
            split = ",",
            description = "Codecs to probe, such as 'kryo*,java'; all by default. Any codec can compress its messages:"
                    + " kryo+zstd, also deflate, lz4 and snappy.")
    List<String> codecs = new ArrayList<>();

    @Option(
            names = "--values",
            paramLabel = "<globs>",
            split = ",",
            description =
                    "Values to try, such as 'lambda-*'; all by default. --list names them. With --class: a file with"
                            + " values of the class: .json, .jsonl or .ndjson (bound by Jackson) or .ser (java.io).")
    List<String> values = new ArrayList<>();

    @Mixin
    YourOptions yours = new YourOptions();

    @Option(
            names = "--payloads",
            paramLabel = "<globs>",
            split = ",",
            description = "Payloads to try, such as 'order' or 'instances/*'. --values adds other values.")
    List<String> payloads = new ArrayList<>();

    @Option(
            names = "--contracts",
            description =
                    "Also try properties that do not depend on the value: versions of a class, registration, threads.")
    boolean contracts;

    @Option(
            names = "--languages",
            description =
                    "Send plain values to programs in other languages and back, instead of between Java workers. The programs"
                            + " are in target/workers: scripts/build-workers builds them.")
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
            description = "With --worker: json (the default), cbor, msgpack, protobuf or avro.")
    @Nullable
    String format;

    @Option(names = "--list", description = "List the values by group without trying them.")
    boolean list;

    @Option(
            names = "--results",
            paramLabel = "<dir>",
            description = "Folder for results; 'results' by default. Each probe creates a folder in it.")
    Path results = Path.of("results");

    @Mixin
    UserJarOption userJars = new UserJarOption();

    @Mixin
    HelpOption help = new HelpOption();
}
