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

/** Says how a process ended. */
public final class Death {
    /** POSIX shells and {@link Process#exitValue} alike report death by signal n as 128 + n. */
    private static final int SIGNALLED = 128;

    private static final int TAIL_BYTES = 4096;
    private static final int TAIL_LINES = 6;

    /** The lines of a crash report's head that say what happened, and where. */
    private static final Pattern CRASH_LINE =
            Pattern.compile("#\\s+(SIG[A-Z]+ .*|EXCEPTION_.*|Internal Error .*|[VCJjv]\\s+\\[?.*)");

    private static final int CRASH_LINES = 20;

    private static final Map<Integer, String> SIGNALS = Map.of(
            2, "SIGINT: interrupted from the terminal",
            6, "SIGABRT: the JVM aborted itself, mostly over an internal error",
            7, "SIGBUS: often a truncated file mapping or a full /dev/shm",
            9, "SIGKILL: killed from outside, often by the kernel for want of memory",
            11, "SIGSEGV: a crash in native code or Unsafe access",
            13, "SIGPIPE: it wrote to a closed pipe",
            15, "SIGTERM: told to end from outside");

    private Death() {}

    /** An exit value in words, with a likely cause. */
    public static String describe(int exitValue) {
        int signal = exitValue - SIGNALLED;
        if (SIGNALS.containsKey(signal)) {
            return "the worker died by " + SIGNALS.get(signal);
        }
        return switch (exitValue) {
            case 0 -> "the worker ended with exit code 0: something in it called System.exit, or its input ended";
            case 1 -> "the worker ended with exit code 1: its JVM could not start, or something called System.exit(1)";
            case 3 -> "the worker ended with exit code 3: out of memory with -XX:+ExitOnOutOfMemoryError";
            case WorkerMain.CANNOT_SERVE -> "the worker could not load its codec or payload";
            default -> "the worker ended with exit code " + exitValue + ": something in it called System.exit";
        };
    }

    /** The signal and the problematic frame from HotSpot's crash report; empty when there is none. */
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

    /** The last lines of a log in one line, without what every JVM prints; empty when there is nothing to tell. */
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
