package dev.pipemark.conformance;

import dev.pipemark.api.WireFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tests whether an executable keeps to the protocol of workers in other languages, for one format. Each rule is tried with a
 * process of its own, so that a worker that dies or hangs breaks that rule only.
 */
public final class Conformance {
    private final List<String> command;
    private final Samples samples;
    private final Path logs;
    private final Duration deadline;

    /**
     * Creates a test.
     *
     * @param command the executable, and arguments that come before those of the protocol
     * @param format the name of a format
     * @param logs the folder for the workers' stderr
     * @param deadline the time that one answer may take
     * @throws IllegalArgumentException if there is no test for the format. The message lists the formats that have a test.
     */
    public Conformance(List<String> command, String format, Path logs, Duration deadline) {
        this.command = List.copyOf(command);
        this.samples = Samples.of(format);
        this.logs = logs;
        this.deadline = deadline;
    }

    /** The outcome of trying a rule. */
    public enum Fate {
        HOLDS,
        BROKEN,
        /** The worker did not greet, so the rule could not be tried. */
        NOT_TRIED
    }

    /**
     * The finding about one rule.
     *
     * @param rule the rule in one clause
     * @param fault a sentence about the worker's fault; empty if the rule holds
     */
    public record Finding(String name, String rule, Fate fate, String fault) {}

    /**
     * Tries all rules. A worker that does not greet is not started again.
     *
     * @param told receives each finding at once
     */
    public List<Finding> run(Consumer<Finding> told) {
        List<Finding> findings = new ArrayList<>();
        boolean greets = true;
        for (Check check : checks()) {
            Finding finding = greets
                    ? attempt(check)
                    : new Finding(check.name(), check.rule(), Fate.NOT_TRIED, "there was no greeting");
            findings.add(finding);
            told.accept(finding);
            // The greeting is the first rule.
            greets &= findings.size() > 1 || finding.fate() == Fate.HOLDS;
        }
        return findings;
    }

    /** Tries one rule. */
    Finding attempt(Check check) {
        try (Talk talk = new Talk(command, samples.format(), logs, deadline)) {
            check.trial().with(talk);
            return new Finding(check.name(), check.rule(), Fate.HOLDS, "");
        } catch (Broken | IOException e) {
            return new Finding(check.name(), check.rule(), Fate.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    /** All rules. The greeting comes first. */
    List<Check> checks() {
        WireFormat format = samples.format();
        List<Check> checks = new ArrayList<>(Greeting.checks(format));
        checks.addAll(AnswerChecks.of(samples));
        checks.addAll(StreamChecks.of(samples));
        checks.addAll(FaultChecks.of(samples));
        checks.addAll(EndChecks.of(samples));
        return checks;
    }
}
