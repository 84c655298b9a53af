package dev.pipemark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code compare}. */
@Command(
        name = "compare",
        sortOptions = false,
        customSynopsis = "java -jar benchmarks.jar compare BASE NEW [options]",
        description = {
            "",
            "Compares run NEW with run BASE. Each cell gets one outcome: regressed, improved, equivalent, inconclusive,"
                    + " a new failure, fixed, in one run only, or not comparable. Cells are not comparable if mode,"
                    + " threads or batch size differ. Encoded sizes and allocations that differ are listed too. A"
                    + " verdict on speed needs three forks of a cell in each run.",
            ""
        },
        footer = {
            "",
            "Writes compare.md, compare.csv and compare.json. Exit codes: 0 fine, 1 usage or not comparable. With"
                    + " --fail-on regression also 1 if no cell could be compared, and 3 if a cell regressed or newly"
                    + " fails."
        },
        usageHelpWidth = Terminal.COLUMNS)
final class CompareOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "BASE NEW",
            description = "Results folders, or JSON files by JMH (-rf json) of any suite.")
    List<Path> runs = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "<dir>",
            description = "Folder for the files; by default compare-BASE-NEW beside NEW.")
    @Nullable
    Path out;

    @Option(
            names = "--force",
            description =
                    "Also compare runs of different CPUs, JDKs or payload values. A difference may come from these.")
    boolean force;

    @Option(
            names = "--fail-on",
            paramLabel = "<what>",
            description = "regression: exit with 3 if a cell regressed or newly fails.")
    @Nullable
    String failOn;

    @Option(names = "--strict", description = "With --fail-on: also exit with 1 if some cells could not be compared.")
    boolean strict;

    @Mixin
    HelpOption help = new HelpOption();
}
