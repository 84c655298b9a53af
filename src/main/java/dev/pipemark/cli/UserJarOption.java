package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of all commands that accept outside codecs and payloads. */
final class UserJarOption {
    @Option(
            names = "--user-jar",
            paramLabel = "<jar>",
            description = "A jar with your own codecs, payloads or classes; may be repeated.")
    List<Path> paths = new ArrayList<>();
}
