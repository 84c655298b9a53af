package dev.pipemark.worker;

import dev.pipemark.wire.Link;
import dev.pipemark.wire.StreamLink;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child JVM that serves, with its pipes and its log. Starts it, reports how it ended, and reaps it. */
public final class WorkerProcess {
    private static final long LAST_WORDS_MILLIS = 2_000;

    private final Process process;
    private final Path log;
    private final OutputStream input;
    private final Link link;
    private final boolean keepsLog;

    private WorkerProcess(Process process, Path log, boolean keepsLog) throws IOException {
        this.process = process;
        this.log = log;
        this.keepsLog = keepsLog;
        Pipes pipes = Pipes.of(process);
        input = pipes.input();
        link = new StreamLink(pipes.output(), input);
    }

    /** Starts a worker without waiting for it. The arguments are those of {@link WorkerMain} after the parent's pid. */
    public static WorkerProcess start(WorkerSettings settings, List<String> arguments) throws IOException {
        return start(settings, arguments, true);
    }

    /**
     * Starts a worker without waiting for it.
     *
     * @param keepsLog whether a log that is not empty stays when the worker is closed
     */
    public static WorkerProcess start(WorkerSettings settings, List<String> arguments, boolean keepsLog)
            throws IOException {
        Files.createDirectories(settings.logs());
        Path log = Files.createTempFile(settings.logs(), "worker-", ".log");
        List<String> command = new ArrayList<>();
        command.add(settings.launcher());
        command.addAll(settings.jvmFlags());
        // HotSpot prints warnings and crash notices to standard output by default, but here standard output carries
        // frames.
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr"));
        // A crash report is a short file. A core dump of the whole heap would take longer than the test of a pair.
        command.addAll(List.of("-XX:ErrorFile=" + crashFile(log), "-XX:-CreateCoredumpOnCrash"));
        command.addAll(List.of("-cp", settings.classPath(), WorkerMain.class.getName()));
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // These variables would add agents, debug ports or other flags than the recorded ones.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        try {
            return new WorkerProcess(process, log, keepsLog);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Returns the link to the worker. One thread may send while another receives. */
    public Link link() {
        return link;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether the process is running. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Ends the worker's input, which ends the worker. Its remaining messages can still be received. */
    public void endInput() {
        try {
            input.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Kills the process and returns at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits a limited time for the process to end, and returns whether it has. */
    public boolean ended() {
        return waitFor(LAST_WORDS_MILLIS);
    }

    /** Describes how the process ended, with a likely cause and the end of its log. The process must have ended. */
    public String death() {
        String crash = Death.crash(crashFile(log));
        return (crash.isEmpty()
                        ? Death.describe(process.exitValue())
                        : Death.how(process.exitValue()) + ": its JVM crashed: " + crash)
                + lastWords();
    }

    /** Returns the end of the log as a clause, or an empty text if the log is empty. */
    public String lastWords() {
        String tail = Death.tail(log);
        return tail.isEmpty() ? "" : "; its last words on stderr: " + tail;
    }

    /** Ends the worker's input, kills the worker if it does not end, reaps it, and deletes its log if that is empty. */
    public void close() {
        try {
            link.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        if (!ended()) {
            process.destroyForcibly();
            ended();
        }
        try {
            if (!keepsLog || Files.size(log) == 0) {
                Files.delete(log);
            }
        } catch (IOException e) {
            log.toFile().deleteOnExit();
        }
    }

    private boolean waitFor(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path crashFile(Path log) {
        return log.resolveSibling(log.getFileName() + ".crash");
    }

    /**
     * On Linux, opens the pipes again through {@code /proc}, because the streams of {@link Process} copy twice. On
     * other systems, or if the worker has ended already, it uses those streams.
     */
    private record Pipes(InputStream output, OutputStream input) {
        static Pipes of(Process process) throws IOException {
            File to = new File("/proc/" + process.pid() + "/fd/0");
            File from = new File("/proc/" + process.pid() + "/fd/1");
            if (to.exists() && from.exists()) {
                FileInputStream output = null;
                try {
                    output = new FileInputStream(from);
                    FileOutputStream input = new FileOutputStream(to);
                    // The worker sees the end of its input only when no other writer is left.
                    process.getOutputStream().close();
                    process.getInputStream().close();
                    return new Pipes(output, input);
                } catch (FileNotFoundException gone) {
                    // The worker has ended. Its streams report that.
                    if (output != null) {
                        output.close();
                    }
                }
            }
            return new Pipes(process.getInputStream(), process.getOutputStream());
        }
    }
}
