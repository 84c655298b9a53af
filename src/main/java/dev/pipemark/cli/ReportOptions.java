package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code report}. */
@Command(
        name = "report",
        sortOptions = false,
        customSynopsis = "java -jar benchmarks.jar report DIR... [--pair A,B]",
        description = {
            "",
            "Rewrites the reports of runs in their folders, from their journals.",
            "",
            "It makes no reports from JSON files of other JMH suites (-rf json). JMH Visualizer"
                    + " (https://jmh.morethan.io) shows such files. compare shows the changes between two of them.",
            ""
        },
        footer = {"", "Exit codes: 0 fine, 1 usage or a folder that could not be read. All other reports are written."},
        usageHelpWidth = Terminal.COLUMNS)
final class ReportOptions {
    @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of runs.")
    List<Path> sources = new ArrayList<>();

    @Option(
            names = "--pair",
            paramLabel = "A,B",
            split = ",",
            description =
                    "Compare two codecs: print the cost of A divided by that of B for each benchmark and payload on"
                            + " which both were timed. Writes no report.")
    List<String> pair = new ArrayList<>();

    @Mixin
    HelpOption help = new HelpOption();
}
