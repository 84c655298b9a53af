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
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Writes everything that is derived from a run's journal again. */
final class ReportCommand {
    private ReportCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException {
        ReportOptions options = new ReportOptions();
        CommandLine parser = new CommandLine(options).setExpandAtFiles(false);
        try {
            parser.parseArgs(args.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new UsageException("'report': "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "; report --help says more");
        }
        if (options.help.asked) {
            terminal.out().print(parser.getUsageMessage());
            return ExitCode.FINE;
        }
        if (options.sources.isEmpty()) {
            throw new UsageException("'report' needs the folder of a run, such as results/latest");
        }
        return all(options.sources, terminal);
    }

    /** One that cannot be read does not cost the others their report. */
    private static int all(List<Path> sources, Terminal terminal) {
        int code = ExitCode.FINE;
        for (Path source : sources) {
            try {
                terminal.out().println(one(source));
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

    private static Path one(Path source) throws IOException {
        if (!Files.exists(source)) {
            throw new IOException("there is no " + source + ": give the folder of a run");
        } else if (!Files.isDirectory(source)) {
            throw new IOException(
                    source + " is a file, and reports are made from the folder of a run: " + viewers(source));
        }
        return journal(source);
    }

    /** A page of anybody's benchmarks would have to guess which of them may be ranked against each other. */
    private static String viewers(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && Files.exists(folder.resolve(RunFolder.INFO))
                ? "give " + folder
                : "JMH Visualizer (https://jmh.morethan.io) shows what JMH wrote with -rf json, and 'compare BASE NEW' says"
                        + " what changed between two such files";
    }

    private static Path journal(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(RunFolder.INFO))) {
            throw new IOException("there is no " + RunFolder.INFO + " in " + folder + ": " + advice(folder));
        } else if (!RunFolder.begun(folder)) {
            throw new IOException("there is no " + RunFolder.JOURNAL + " in " + folder
                    + ": nothing of that run finished; run --resume " + folder + " measures it");
        }
        Run run = Stock.with(List.of()).withJars(RunFolder.read(folder));
        MergedResults.of(run, folder, Benchmarks.onClassPath()).writeJson(run, folder.resolve(MergedResults.FILE));
        Reports.write(run, folder);
        return folder.resolve("report.md");
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
