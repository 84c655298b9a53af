package dev.pipemark.run;

import dev.pipemark.bench.WrongValueException;
import dev.pipemark.record.Reason;
import dev.pipemark.worker.Death;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

/** Describes in one line why a fork has no scores. */
final class ForkFailure {
    private static final int LINES = 6;
    private static final int DEPTH = 6;

    private ForkFailure() {}

    /**
     * Returns the reason.
     *
     * @param exitCode the exit code of the fork; {@code null} if it ended normally
     * @param stderr the last lines of its stderr
     */
    static String reason(Throwable thrown, @Nullable Integer exitCode, List<String> stderr) {
        Set<String> reasons = new LinkedHashSet<>();
        collect(thrown, reasons, 0);
        if (exitCode != null) {
            reasons.removeIf(reason -> reason.contains("exit code " + exitCode));
            reasons.add(Death.describe("the fork", exitCode));
        }
        if (reasons.isEmpty()) {
            reasons.add(String.valueOf(thrown.getMessage()));
        }
        String reason = String.join("; ", reasons);
        return Reason.recorded(stderr.isEmpty() ? reason : reason + "; its stderr ended: " + tail(stderr));
    }

    /** Returns whether the fork failed because a value arrived wrong. */
    static boolean wrongValue(@Nullable Throwable thrown) {
        return wrongValue(thrown, 0);
    }

    private static boolean wrongValue(@Nullable Throwable thrown, int depth) {
        return thrown != null
                && depth <= DEPTH
                && (thrown instanceof WrongValueException
                        || wrongValue(thrown.getCause(), depth + 1)
                        || Stream.of(thrown.getSuppressed()).anyMatch(more -> wrongValue(more, depth + 1)));
    }

    private static void collect(@Nullable Throwable thrown, Set<String> reasons, int depth) {
        if (thrown == null || depth > DEPTH) {
            return;
        }
        boolean wrapper =
                thrown instanceof RunnerException && thrown.getCause() != null || thrown instanceof BenchmarkException;
        if (!wrapper) {
            String message = thrown.getMessage();
            String name = thrown.getClass().getSimpleName();
            if (message == null) {
                reasons.add(name);
            } else if (thrown instanceof RunnerException) {
                reasons.add(firstLine(message));
            } else {
                // Libraries name the field in a separate line, often the last one.
                reasons.add(own(thrown) ? message : name + ": " + message);
            }
        }
        collect(thrown.getCause(), reasons, depth + 1);
        for (Throwable suppressed : thrown.getSuppressed()) {
            collect(suppressed, reasons, depth + 1);
        }
    }

    /** Returns whether the message is a whole sentence of the suite or of JMH. */
    private static boolean own(Throwable thrown) {
        return thrown.getClass() == IllegalStateException.class
                || thrown.getClass().getName().startsWith("dev.pipemark.");
    }

    private static String tail(List<String> lines) {
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static String firstLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
