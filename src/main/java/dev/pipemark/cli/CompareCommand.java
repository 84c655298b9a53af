package dev.pipemark.cli;

import dev.pipemark.compare.CellStatus;
import dev.pipemark.compare.CompareFiles;
import dev.pipemark.compare.ComparedRun;
import dev.pipemark.compare.Comparison;
import dev.pipemark.report.doc.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The command {@code compare}, which compares two runs. */
final class CompareCommand {
    private static final String REGRESSION = "regression";

    private CompareCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException, IOException {
        CompareOptions options = new CompareOptions();
        CommandLine parser = new CommandLine(options).setExpandAtFiles(false);
        try {
            parser.parseArgs(args.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw UsageException.of("compare", e);
        }
        if (options.help.asked) {
            terminal.out().print(parser.getUsageMessage());
            return ExitCode.FINE;
        }
        if (options.runs.size() != 2) {
            throw new UsageException("'compare' needs two runs, the base and the new one: compare BASE NEW");
        }
        if (options.failOn != null && !options.failOn.equals(REGRESSION)) {
            throw new UsageException("--fail-on takes " + REGRESSION + ", not '" + options.failOn + "'");
        }
        return compare(options.runs.get(0), options.runs.get(1), options, terminal);
    }

    private static int compare(Path base, Path candidate, CompareOptions options, Terminal terminal)
            throws UsageException, IOException {
        Comparison comparison = Comparison.of(ComparedRun.read(base), ComparedRun.read(candidate));
        List<String> obstacles = comparison.surroundings().obstacles();
        if (!obstacles.isEmpty() && !options.force) {
            throw new UsageException(
                    "not comparable: " + String.join("; ", obstacles) + "; --force compares them anyway");
        }
        Path out = options.out == null ? beside(candidate, comparison) : options.out;
        try {
            CompareFiles.write(comparison, out);
        } catch (IOException e) {
            throw new UsageException("cannot write the comparison to " + out + " (" + UsageException.reason(e)
                    + "): choose another place with --out");
        }
        CompareFiles.summary(comparison, Terminal.COLUMNS).forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out().println("Comparison: " + out.resolve("compare.md"));
        if (!REGRESSION.equals(options.failOn)) {
            return ExitCode.FINE;
        } else if (!comparison.nothingCompared().isEmpty()) {
            throw new UsageException("--fail-on regression: nothing was compared, since " + comparison.nothingCompared()
                    + "; measure both runs in the same way");
        }
        int apart = comparison.with(CellStatus.NOT_COMPARABLE).size();
        if (comparison.regressed()) {
            return ExitCode.REGRESSION;
        } else if (apart > 0 && options.strict) {
            throw new UsageException("--strict: " + Names.count(apart, "cell")
                    + " could not be compared; measure both runs in the same way");
        } else if (apart > 0) {
            terminal.out()
                    .println("--fail-on regression: " + Names.count(apart, "cell")
                            + " could not be compared and may have regressed; --strict makes that an error");
        }
        return ExitCode.FINE;
    }

    /** Resolves links: {@code results/latest} gives the same folder as the run it links to. */
    private static Path beside(Path candidate, Comparison comparison) throws IOException {
        String name = "compare-" + comparison.base().name() + "-"
                + comparison.candidate().name();
        Path parent = candidate.toAbsolutePath().normalize().getParent();
        return parent == null ? candidate.toRealPath().resolveSibling(name) : parent.resolve(name);
    }
}
