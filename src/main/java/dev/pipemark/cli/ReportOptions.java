package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code report} takes. */
@Command(
        name = "report",
        sortOptions = false,
        customSynopsis = "java -jar benchmarks.jar report DIR|FILE... [options]",
        description = {
            "",
            "Writes the reports of runs again from their journals, into their folders; and reports of JSON files that"
                    + " JMH wrote (-rf json), of any suite, into a folder NAME-report beside NAME.json.",
            ""
        },
        footer = {"", "Exit codes: 0 fine, 1 usage, or one of them could not be read; the others are written."},
        usageHelpWidth = Terminal.COLUMNS)
final class ReportOptions {
    @Parameters(arity = "0..*", paramLabel = "DIR|FILE", description = "Folders of runs, or JSON files of JMH's.")
    List<Path> sources = new ArrayList<>();

    @Option(
            names = "--results",
            paramLabel = "<dir>",
            description = "Where the folders for JSON files are made; by default beside them.")
    @Nullable
    Path results;

    @Mixin
    HelpOption help = new HelpOption();
}
