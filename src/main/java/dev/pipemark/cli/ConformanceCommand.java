package dev.pipemark.cli;

import dev.pipemark.conformance.Conformance;
import dev.pipemark.conformance.Conformance.Fate;
import dev.pipemark.conformance.Conformance.Finding;
import dev.pipemark.worker.Executable;
import dev.pipemark.worker.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code probe --worker}, which tests whether an executable keeps to the protocol of the workers. */
final class ConformanceCommand {
    private static final String FORMAT = "json";

    /** The time limit of one answer. It is many times the slowest answer. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** The columns before a rule: its outcome and its name. */
    private static final String START = "%-9s  %-12s  ";

    private ConformanceCommand() {}

    /**
     * Tests the executable, and prints each rule.
     *
     * @throws UsageException if there is nothing to test, or if there are other options
     */
    static int execute(ProbeOptions options, Terminal terminal) throws UsageException, IOException {
        requireAlone(options);
        String typed = options.workers.get(0);
        String format = options.format == null ? FORMAT : options.format;
        try (WorkFolder logs = WorkFolder.create("pipemark-worker-")) {
            Conformance conformance = conformance(executable(typed), format, logs.path());
            terminal.out().println(Terminal.fit(typed + " as a worker for " + format, Terminal.COLUMNS));
            List<Finding> findings = conformance.run(finding -> print(finding, terminal));
            long broken = count(findings, Fate.BROKEN);
            long untried = count(findings, Fate.NOT_TRIED);
            terminal.out()
                    .println(count(findings, Fate.HOLDS) + " of " + findings.size() + " rules hold"
                            + (broken == 0 ? "" : ", " + broken + (broken == 1 ? " is broken" : " are broken"))
                            + (untried == 0
                                    ? ""
                                    : ", " + untried + (untried == 1 ? " was not tried" : " were not tried")));
            return broken == 0 ? ExitCode.FINE : ExitCode.FAILED_CELL;
        }
    }

    private static Conformance conformance(String executable, String format, Path logs) throws UsageException {
        try {
            return new Conformance(List.of(executable), format, logs, DEADLINE);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--format " + format + ": " + e.getMessage());
        }
    }

    private static void requireAlone(ProbeOptions options) throws UsageException {
        if (options.workers.size() > 1) {
            throw new UsageException("--worker tests one executable: leave out the others");
        }
        boolean others = !options.codecs.isEmpty()
                || !options.values.isEmpty()
                || !options.payloads.isEmpty()
                || options.contracts
                || options.list
                || options.yours.asked();
        if (others) {
            throw new UsageException("--worker tests an executable, not a codec: the only other option is --format");
        }
    }

    private static String executable(String typed) throws UsageException {
        try {
            return Executable.of(typed);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--worker " + typed + ": " + e.getMessage());
        }
    }

    private static void print(Finding finding, Terminal terminal) {
        String start = START.formatted(
                switch (finding.fate()) {
                    case HOLDS -> "holds";
                    case BROKEN -> "BROKEN";
                    case NOT_TRIED -> "not tried";
                },
                finding.name());
        String text = finding.fault().isEmpty() ? finding.rule() : finding.rule() + ", but " + finding.fault();
        for (String line : Terminal.wrap(text, Terminal.COLUMNS - start.length())) {
            terminal.out().println(start + line);
            start = " ".repeat(start.length());
        }
    }

    private static long count(List<Finding> findings, Fate fate) {
        return findings.stream().filter(finding -> finding.fate() == fate).count();
    }
}
