package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that takes codecs and payloads from outside. */
final class UserJarOption {
    @Option(
            names = "--user-jar",
            paramLabel = "<jar>",
            description = "A jar with codecs or payloads of your own; may be repeated.")
    List<Path> paths = new ArrayList<>();
}
