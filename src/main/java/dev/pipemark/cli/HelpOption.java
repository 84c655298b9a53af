package dev.pipemark.cli;

import picocli.CommandLine.Option;

/** The option of every command that has others. */
final class HelpOption {
    @Option(names = "--help", description = "Print this, and exit.")
    boolean asked;
}
