package dev.pipemark.cli;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import dev.pipemark.report.Reports;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.MergedResults;
import dev.pipemark.run.Stock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command {@code report}, which rewrites the reports of runs from their journals, or compares two codecs of a run. */
final class ReportCommand {
    private ReportCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException {
        ReportOptions options = new ReportOptions();
        CommandLine parser = new CommandLine(options).setExpandAtFiles(false);
        try {
            parser.parseArgs(args.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw UsageException.of("report", e);
        }
        if (options.help.asked) {
            terminal.out().print(parser.getUsageMessage());
            return ExitCode.FINE;
        }
        if (options.sources.isEmpty()) {
            throw new UsageException("'report' needs the folder of a run, such as results/latest");
        }
        if (!options.pair.isEmpty()
                && (options.pair.size() != 2 || Set.copyOf(options.pair).size() != 2)) {
            throw new UsageException("'report': --pair needs two codecs, such as --pair java,kryo; see report --help");
        }
        return all(options, terminal);
    }

    /** Writes all reports, or compares two codecs in all runs. A folder that cannot be read does not prevent the others. */
    private static int all(ReportOptions options, Terminal terminal) {
        int code = ExitCode.FINE;
        for (Path source : options.sources) {
            try {
                one(source, options.pair).forEach(terminal.out()::println);
            } catch (FileSystemException e) {
                code = complain(source + ": " + UsageException.reason(e), terminal);
            } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
                code = complain(String.valueOf(e.getMessage()), terminal);
            }
        }
        return code;
    }

    private static int complain(String what, Terminal terminal) {
        terminal.err().println(what.lines().findFirst().orElse(""));
        return ExitCode.USAGE;
    }

    /** Returns the lines to print about a run. */
    private static List<String> one(Path source, List<String> pair) throws IOException {
        if (!Files.exists(source)) {
            throw new IOException("there is no " + source + ": give the folder of a run");
        } else if (!Files.isDirectory(source)) {
            throw new IOException(
                    source + " is a file, and reports are made from the folder of a run: " + viewers(source));
        }
        Run run = journal(source);
        return pair.isEmpty() ? List.of(write(run, source).toString()) : compare(run, source, pair);
    }

    /** Other suites get no page: Pipemark does not know which of their benchmarks may be ranked together. */
    private static String viewers(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && Files.exists(folder.resolve(RunFolder.INFO))
                ? "give " + folder
                : "JMH Visualizer (https://jmh.morethan.io) shows files that JMH wrote with -rf json, and 'compare BASE"
                        + " NEW' shows the changes between two of them";
    }

    private static Run journal(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(RunFolder.INFO))) {
            throw new IOException("there is no " + RunFolder.INFO + " in " + folder + ": " + advice(folder));
        } else if (!RunFolder.begun(folder)) {
            throw new IOException("there is no " + RunFolder.JOURNAL + " in " + folder
                    + ": no part of that run finished; measure it with run --resume " + folder);
        }
        return RunFolder.read(folder);
    }

    private static Path write(Run read, Path folder) throws IOException {
        Run run = Stock.with(List.of()).withJars(read);
        MergedResults.of(run, folder, Benchmarks.onClassPath()).writeJson(run, folder.resolve(MergedResults.FILE));
        Reports.write(run, folder);
        return folder.resolve("report.md");
    }

    private static List<String> compare(Run run, Path folder, List<String> pair) throws IOException {
        Set<String> timed = new TreeSet<>();
        run.forks().forEach(fork -> timed.add(fork.cell().codec()));
        for (String codec : pair) {
            if (!timed.contains(codec)) {
                String near = Suggestion.phrase(codec, timed);
                throw new IOException("there is no codec '" + codec + "' in " + folder
                        + (near.isEmpty() ? "; its report.md lists the codecs" : near));
            }
        }
        String one = pair.get(0);
        String other = pair.get(1);
        List<String> lines = new ArrayList<>(Reports.pair(run, one, other));
        lines.add(
                0,
                lines.isEmpty()
                        ? one + " and " + other + " were not timed on the same payload"
                        : "cost of " + one + " divided by that of " + other + ":");
        return lines.stream().map(line -> Terminal.fit(line, Terminal.COLUMNS)).toList();
    }

    private static String advice(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .findFirst()
                    .map(ReportCommand::viewers)
                    .orElse("give the folder of one run, such as one of those below results/");
        }
    }
}
