package dev.pipemark.cli;

import picocli.CommandLine.Option;

/** The option {@code --help} of the commands with options. */
final class HelpOption {
    @Option(names = "--help", description = "Print this help and exit.")
    boolean asked;
}
