package dev.pipemark.cli;

import dev.pipemark.compare.ComparedRun;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import dev.pipemark.report.JmhReports;
import dev.pipemark.report.Reports;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.MergedResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Writes everything that is derived from a run's journal again, or a report of what JMH wrote elsewhere. */
final class ReportCommand {
    private static final String JSON = ".json";

    private final Terminal terminal;
    private final @Nullable Path results;
    private final Set<Path> written = new HashSet<>();

    private ReportCommand(Terminal terminal, @Nullable Path results) {
        this.terminal = terminal;
        this.results = results;
    }

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
            throw new UsageException(
                    "'report' needs the folder of a run, such as results/latest, or a JSON file of JMH's");
        }
        return new ReportCommand(terminal, options.results).all(options.sources);
    }

    /** One that cannot be read does not cost the others their report. */
    private int all(List<Path> sources) {
        int code = ExitCode.FINE;
        for (Path source : sources) {
            try {
                terminal.out().println(one(source));
            } catch (FileSystemException e) {
                code = complain(source + ": " + UsageException.reason(e));
            } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
                code = complain(String.valueOf(e.getMessage()));
            }
        }
        return code;
    }

    private int complain(String what) {
        terminal.err().println(what.lines().findFirst().orElse(""));
        return ExitCode.USAGE;
    }

    private Path one(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            return journal(source);
        } else if (!Files.exists(source)) {
            throw new IOException("there is no " + source + ": give the folder of a run, or a JSON file of JMH's");
        }
        ComparedRun run = jmh(source);
        Path folder = place(source, run.name());
        JmhReports.write(run, folder);
        return folder.resolve("report.md");
    }

    private static Path journal(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(RunFolder.INFO))) {
            throw new IOException("there is no " + RunFolder.INFO + " in " + folder + ": " + advice(folder));
        } else if (!Files.exists(folder.resolve(RunFolder.JOURNAL))) {
            throw new IOException("there is no " + RunFolder.JOURNAL + " in " + folder
                    + ": nothing of that run finished; run --resume " + folder + " measures it");
        }
        Run run = RunFolder.read(folder);
        MergedResults.of(run, folder, Benchmarks.onClassPath()).writeJson(run, folder.resolve(MergedResults.FILE));
        Reports.write(run, folder);
        return folder.resolve("report.md");
    }

    private static String advice(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(JSON))
                    .sorted()
                    .findFirst()
                    .map(file -> "if JMH wrote " + file + ", give that file")
                    .orElse("give the folder of one run, such as one of those below results/, or a JSON file of JMH's");
        }
    }

    private static ComparedRun jmh(Path file) throws IOException {
        try {
            return ComparedRun.read(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; give what JMH wrote with -rf json, whole and unchanged", e);
        }
    }

    /** A folder of its own for each file, even where two have the same name. */
    private Path place(Path file, String name) {
        Path beside = file.toAbsolutePath().normalize().getParent();
        Path in = results != null ? results : file.isAbsolute() && beside != null ? beside : file.resolveSibling("");
        Path folder = in.resolve(name + "-report");
        for (int next = 2; !written.add(folder.toAbsolutePath().normalize()); next++) {
            folder = in.resolve(name + "-report-" + next);
        }
        return folder;
    }
}
