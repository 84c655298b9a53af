package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code compare} takes. */
@Command(
        name = "compare",
        sortOptions = false,
        customSynopsis = "java -jar benchmarks.jar compare BASE NEW [options]",
        description = {
            "",
            "Says what became of each cell from run BASE to run NEW: regressed, improved, equivalent, inconclusive, a"
                    + " new failure, fixed, only in one of them, or not comparable, since mode, threads or batch size"
                    + " differ; and which encoded sizes and allocations differ. It takes three forks of a cell in each"
                    + " run to say that it is faster or slower.",
            ""
        },
        footer = {
            "",
            "Writes compare.md, compare.csv and compare.json. Exit codes: 0 fine, 1 usage or not comparable; with --fail-on"
                    + " regression 1 also where no cell could be compared, and 3 where one regressed or newly fails."
        },
        usageHelpWidth = Terminal.COLUMNS)
final class CompareOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "BASE NEW",
            description = "Results folders, or JSON files that JMH wrote (-rf json), of any suite.")
    List<Path> runs = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "<dir>",
            description = "Where the files are written; by default compare-BASE-NEW beside NEW, by their names.")
    @Nullable
    Path out;

    @Option(
            names = "--force",
            description = "Compare also runs of different CPUs, JDKs or payload values, whose numbers say little.")
    boolean force;

    @Option(
            names = "--fail-on",
            paramLabel = "<what>",
            description = "regression: exit with 3 when a cell regressed or newly fails.")
    @Nullable
    String failOn;

    @Option(
            names = "--strict",
            description = "With --fail-on: exit with 1 also when some cells could not be compared, and others could.")
    boolean strict;

    @Mixin
    HelpOption help = new HelpOption();
}
