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

/** A child JVM that serves, its pipes and its log: how it is started, how it ended, and that it is reaped. */
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

    /** Starts a worker without waiting for it; the arguments are those of {@link WorkerMain} behind the parent's pid. */
    public static WorkerProcess start(WorkerSettings settings, List<String> arguments) throws IOException {
        return start(settings, arguments, true);
    }

    /**
     * @param keepsLog whether its log stays when it is closed, if there is anything in it
     */
    public static WorkerProcess start(WorkerSettings settings, List<String> arguments, boolean keepsLog)
            throws IOException {
        Files.createDirectories(settings.logs());
        Path log = Files.createTempFile(settings.logs(), "worker-", ".log");
        List<String> command = new ArrayList<>();
        command.add(settings.launcher());
        command.addAll(settings.jvmFlags());
        // HotSpot prints warnings and crash notices to standard output by default, which here carries frames.
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr"));
        // A crash is told in a short file; a core dump of the whole heap would take longer than the test of a pair.
        command.addAll(List.of("-XX:ErrorFile=" + crashFile(log), "-XX:-CreateCoredumpOnCrash"));
        command.addAll(List.of("-cp", settings.classPath(), WorkerMain.class.getName()));
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // These would bring agents, debug ports or other flags than the ones recorded.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        try {
            return new WorkerProcess(process, log, keepsLog);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Messages to and from it. One thread may send while another receives. */
    public Link link() {
        return link;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether it has not ended. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Ends its input, and with it the worker; what it says until then can still be received. */
    public void endInput() {
        try {
            input.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Kills it; returns at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits until it has ended, for the time of its last words; whether it has. */
    public boolean ended() {
        return waitFor(LAST_WORDS_MILLIS);
    }

    /** How it ended, in words, with a likely cause and the end of its log; it must have ended. */
    public String death() {
        String crash = Death.crash(crashFile(log));
        return (crash.isEmpty()
                        ? Death.describe(process.exitValue())
                        : Death.how(process.exitValue()) + ": its JVM crashed: " + crash)
                + lastWords();
    }

    /** The end of its log as a clause; empty when there is nothing to tell. */
    public String lastWords() {
        String tail = Death.tail(log);
        return tail.isEmpty() ? "" : "; its last words on stderr: " + tail;
    }

    /** Ends it by ending its input, and by force if it does not go; reaps it, and deletes its log if it is empty. */
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
     * On Linux the pipes are opened again by way of {@code /proc}: the streams of {@link Process} copy twice. Elsewhere, or
     * when the worker is gone already, they serve.
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
                    // The worker has ended, and its streams say so.
                    if (output != null) {
                        output.close();
                    }
                }
            }
            return new Pipes(process.getInputStream(), process.getOutputStream());
        }
    }
}
