package dev.pipemark.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The log of JMH's own text, for all forks one after another: in {@code log.txt}, and in the file of {@code -o}. It also
 * finds the facts about a fork that died. JMH's table and its reminder are left out, since JMH prints them once for each
 * fork.
 */
public final class ForkLog implements OutputFormat {
    private static final int KEPT = 20;
    /** The beginning of JMH's line about threads that keep a fork from ending. */
    private static final String LEFT = "<JMH had finished, but forked VM did not exit";

    private static final Pattern THREAD = Pattern.compile("Thread\\[(?:#\\d+,)?(.*),\\d+,[^,]*]");

    /** The JVM's own thread, which waits for the others. */
    private static final String WAITING = "DestroyJavaVM";

    private static final String EXIT = "<forked VM failed with exit code ";

    /** JMH prints this line for each fork if it does not use its own lock. */
    private static final String UNLOCKED = "# WARNING: JMH lock is ignored";

    private final Path file;
    private final VerboseMode verbosity;
    private final PrintStream out;
    private final OutputFormat text;
    private final Lines lines = new Lines();
    /** The log of the fork to which a thread of JMH belongs, if several forks run at once. */
    private final InheritableThreadLocal<ForkLog> parts;

    private final List<String> stderr = new ArrayList<>();
    private boolean inStderr;
    private @Nullable Integer exitCode;
    private List<String> threadsLeft = List.of();

    private ForkLog(Path file, PrintStream out, VerboseMode verbosity, InheritableThreadLocal<ForkLog> parts) {
        this.file = file;
        this.verbosity = verbosity;
        this.out = out;
        this.parts = parts;
        this.text = OutputFormatFactory.createFormatInstance(out, verbosity);
    }

    /**
     * Opens the log of a run, to append to it, and the file of {@code -o}. A resumed run appends to that file too.
     *
     * @throws IOException if either cannot be written
     */
    public static ForkLog open(Path log, JmhArguments user) throws IOException {
        return open(log, user.output().orElse(null), user.verbosity());
    }

    /**
     * Opens the log, to append to it.
     *
     * @param also a second file, which is overwritten if there was no log; {@code null} for none
     * @throws IOException if either cannot be written
     */
    static ForkLog open(Path log, @Nullable Path also, VerboseMode verbosity) throws IOException {
        boolean goesOn = Files.exists(log);
        OutputStream first = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        OutputStream both = first;
        if (also != null) {
            try {
                both = new Tee(
                        first,
                        Files.newOutputStream(
                                also,
                                StandardOpenOption.CREATE,
                                goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE));
            } catch (IOException e) {
                first.close();
                throw e;
            }
        }
        return new ForkLog(
                log, new PrintStream(both, true, StandardCharsets.UTF_8), verbosity, new InheritableThreadLocal<>());
    }

    /**
     * Opens the log of one fork among several that run at once.
     *
     * @param path the file of this fork alone, until {@link #append}
     * @throws IOException if it cannot be written
     */
    ForkLog part(Path path) throws IOException {
        PrintStream own = new PrintStream(Files.newOutputStream(path), true, StandardCharsets.UTF_8);
        return new ForkLog(path, own, verbosity, parts);
    }

    /** Directs the output of the forks of this thread, and of threads that it starts, to this log. */
    void adopt() {
        parts.set(this);
    }

    /** Ends a part, appends its text to this log, and deletes its file. */
    void append(ForkLog part) throws IOException {
        part.end();
        Files.copy(part.file, out);
        Files.delete(part.file);
    }

    private ForkLog mine() {
        ForkLog part = parts.get();
        return part == null ? this : part;
    }

    /**
     * Returns the stream that must replace this process's stderr while forks run. JMH prints the output of forks there.
     * The log keeps it. Its last lines show why a fork died.
     */
    public PrintStream errors() {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        mine().lines.write(b);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    /** Returns the stream that must replace this process's stdout while forks run, for the same reason. */
    public PrintStream output() {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        mine().out.write(b);
                    }

                    @Override
                    public void write(byte[] b, int offset, int length) {
                        mine().out.write(b, offset, length);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    /** Forgets the last fork, and writes a line before the next one. */
    synchronized void begin(String fork) {
        stderr.clear();
        inStderr = false;
        exitCode = null;
        threadsLeft = List.of();
        out.println();
        out.println("==== " + fork);
    }

    void note(String line) {
        out.println(line);
    }

    /** Returns the exit code of a fork that failed. {@code null} if JMH reported no exit code. */
    @Nullable
    Integer exitCode() {
        return exitCode;
    }

    /** Returns the threads that kept the fork from ending after its measurement. */
    List<String> threadsLeft() {
        return threadsLeft;
    }

    /** Returns the last lines that a failed fork wrote to its stderr. */
    synchronized List<String> stderr() {
        return List.copyOf(stderr);
    }

    private synchronized void said(String line) {
        if (!line.isBlank()) {
            stderr.add(line.strip());
            if (stderr.size() > KEPT) {
                stderr.remove(0);
            }
        }
    }

    @Override
    public void println(String line) {
        String trimmed = line.strip();
        if (trimmed.startsWith(UNLOCKED)) {
            return;
        }
        if (trimmed.startsWith(EXIT)) {
            exitCode = Integer.valueOf(trimmed.substring(EXIT.length(), trimmed.length() - 1));
        } else if (trimmed.startsWith(LEFT)) {
            threadsLeft = trimmed.lines()
                    .map(THREAD::matcher)
                    .filter(Matcher::matches)
                    .map(thread -> thread.group(1))
                    .filter(name -> !name.equals(WAITING))
                    .toList();
        } else if (trimmed.startsWith("<stderr ")) {
            inStderr = true;
        } else if (trimmed.equals("</stderr>")) {
            inStderr = false;
        } else if (inStderr) {
            said(trimmed);
        }
        text.println(line);
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
        text.iteration(benchmark, params, iteration);
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
        text.iterationResult(benchmark, params, iteration, data);
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        text.startBenchmark(benchmark);
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        text.endBenchmark(result);
    }

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String part) {
        text.print(part);
    }

    @Override
    public void flush() {
        out.flush();
    }

    /** Does nothing. JMH closes its output after every call, but this log stays open until {@link #end}. */
    @Override
    public void close() {
        out.flush();
    }

    /** Ends the log. */
    public void end() {
        out.close();
    }

    @Override
    public void verbosePrintln(String line) {
        text.verbosePrintln(line);
    }

    @Override
    public void write(int b) {
        text.write(b);
    }

    @Override
    public void write(byte[] b) {
        try {
            text.write(b);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream that receives the output of forks, line by line. */
    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                said(text);
                out.println(text);
            } else {
                line.write(b);
            }
        }
    }

    /** A stream that writes the same text to two files. */
    private static final class Tee extends OutputStream {
        private final OutputStream one;
        private final OutputStream other;

        Tee(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int b) throws IOException {
            one.write(b);
            other.write(b);
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
            one.write(b, offset, length);
            other.write(b, offset, length);
        }

        @Override
        public void flush() throws IOException {
            one.flush();
            other.flush();
        }

        @Override
        public void close() throws IOException {
            try (one;
                    other) {
                flush();
            }
        }
    }
}
