package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What {@code report} takes. */
@Command(
        name = "report",
        sortOptions = false,
        customSynopsis = "java -jar benchmarks.jar report DIR...",
        description = {
            "",
            "Writes the reports of runs again from their journals, into their folders. JSON files that JMH wrote of other"
                    + " suites (-rf json) have no report here: JMH Visualizer (https://jmh.morethan.io) shows them, and"
                    + " compare says what changed between two.",
            ""
        },
        footer = {"", "Exit codes: 0 fine, 1 usage, or one of them could not be read; the others are written."},
        usageHelpWidth = Terminal.COLUMNS)
final class ReportOptions {
    @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of runs.")
    List<Path> sources = new ArrayList<>();

    @Mixin
    HelpOption help = new HelpOption();
}
