package dev.pipemark.worker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes how a process ended. */
public final class Death {
    /** POSIX shells and {@link Process#exitValue} both report death by signal n as 128 + n. */
    private static final int SIGNALLED = 128;

    private static final int TAIL_BYTES = 4096;
    private static final int TAIL_LINES = 6;

    /** The lines in the head of a crash report that name the error and its place. */
    private static final Pattern CRASH_LINE =
            Pattern.compile("#\\s+(SIG[A-Z]+ .*|EXCEPTION_.*|Internal Error .*|[VCJjv]\\s+\\[?.*)");

    private static final int CRASH_LINES = 20;

    /** The highest signal number that is not a real-time signal. */
    private static final int LAST_SIGNAL = 31;

    private static final int ABORTED = 6;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"));

    private static final Map<Integer, String> CAUSES = Map.of(
            2, "interrupted from the terminal",
            6, "the JVM aborted itself, mostly because of an internal error",
            7, "often a truncated file mapping or a full /dev/shm",
            9, "killed from outside, often by the kernel because memory ran out",
            11, "a crash in native code or Unsafe access",
            13, "it wrote to a closed pipe",
            15, "terminated from outside");

    private Death() {}

    /** Returns an exit value in words, with a likely cause. */
    public static String describe(int exitValue) {
        return describe("the worker", exitValue);
    }

    /**
     * Returns the exit value of another process in words, with a likely cause.
     *
     * @param process the name of the process, such as {@code the fork}
     */
    public static String describe(String process, int exitValue) {
        return how(process, exitValue) + ": " + cause(exitValue);
    }

    /** Returns the exit value of a worker in any language in words, with the cause if it is known. */
    static String ofProgram(int exitValue) {
        String how = how("the foreign worker", exitValue);
        int signal = exitValue - SIGNALLED;
        if (signal == ABORTED) {
            return how + ": it aborted itself";
        }
        if (signal > 0 && signal <= LAST_SIGNAL) {
            return how + ": " + cause(exitValue);
        }
        return exitValue == WorkerMain.CANNOT_SERVE ? how + ": it cannot serve this format" : how;
    }

    /** Returns the signal or the exit code in words, without a cause. */
    static String how(int exitValue) {
        return how("the worker", exitValue);
    }

    private static String how(String process, int exitValue) {
        int signal = exitValue - SIGNALLED;
        return signal > 0 && signal <= LAST_SIGNAL
                ? process + " died by " + NAMES.getOrDefault(signal, "signal " + signal) + " (exit code " + exitValue
                        + ")"
                : process + " ended with exit code " + exitValue;
    }

    private static String cause(int exitValue) {
        int signal = exitValue - SIGNALLED;
        if (signal > 0 && signal <= LAST_SIGNAL) {
            return CAUSES.getOrDefault(signal, "sent from outside, or by the kernel");
        }
        return switch (exitValue) {
            case 0 -> "something in it called System.exit(0), or its input ended";
            case 1 -> "something in it called System.exit(1), or its JVM could not start";
            case 3 -> "something in it called System.exit(3), or it ran out of memory with -XX:+ExitOnOutOfMemoryError";
            case WorkerMain.CANNOT_SERVE -> "it could not load its codec or payload";
            default -> "something in it called System.exit(" + exitValue + ")";
        };
    }

    /**
     * Returns the signal and the problematic frame from HotSpot's crash report, or an empty text if there is no report.
     */
    static String crash(Path report) {
        if (!Files.exists(report)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(report, StandardCharsets.ISO_8859_1)) {
            return lines.limit(CRASH_LINES)
                    .filter(line -> CRASH_LINE.matcher(line).matches())
                    .map(line -> line.substring(1).strip())
                    .collect(Collectors.joining(" in "));
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Returns the last lines of a log as one line, without the lines that every JVM prints. Empty if nothing is left.
     */
    public static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("WARNING: "))
                    .toList();
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
