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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process that serves, with its pipes and its log. Starts it, reports how it ended, and reaps it. */
public final class WorkerProcess {
    /** The beginning of the names of a worker's log and of its own folder. */
    public static final String NAME = "worker-";

    private static final long LAST_WORDS_MILLIS = 2_000;

    private final Program program;
    private final Process process;
    private final Path log;
    private final @Nullable WorkFolder folder;
    private final OutputStream input;
    private final Link link;
    private final boolean keepsLog;

    private WorkerProcess(Program program, Process process, Path log, @Nullable WorkFolder folder, boolean keepsLog)
            throws IOException {
        this.program = program;
        this.process = process;
        this.log = log;
        this.folder = folder;
        this.keepsLog = keepsLog;
        Pipes pipes = Pipes.of(process);
        input = pipes.input();
        link = new StreamLink(pipes.output(), input);
    }

    /**
     * Starts a JVM that serves, without waiting for it. It runs in the folder of this process, since its tasks may use files
     * with relative names.
     *
     * @param arguments the arguments of {@link WorkerMain} after the parent's pid
     * @param keepsLog whether a log that is not empty stays when the worker is closed
     */
    public static WorkerProcess start(WorkerSettings settings, List<String> arguments, boolean keepsLog)
            throws IOException {
        return start(new JavaProgram(settings, arguments, false), settings.logs(), keepsLog);
    }

    /** Starts a program without waiting for it. */
    static WorkerProcess start(Program program, Path logs, boolean keepsLog) throws IOException {
        Files.createDirectories(logs);
        Path log = Files.createTempFile(logs, NAME, ".log");
        ProcessBuilder builder = new ProcessBuilder(program.command(log)).redirectError(log.toFile());
        WorkFolder folder = program.aside() ? WorkFolder.in(logs, NAME) : null;
        if (folder != null) {
            builder.directory(folder.path().toFile());
        }
        // These variables would add agents, debug ports or other flags than the recorded ones.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = null;
        try {
            process = builder.start();
            return new WorkerProcess(program, process, log, folder, keepsLog);
        } catch (IOException | RuntimeException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            if (folder != null) {
                folder.close();
            }
            throw e;
        }
    }

    /**
     * Waits for the worker's greeting.
     *
     * @throws WorkerException.Confused if it is not valid
     */
    public Hello hello() throws IOException {
        return hello(link);
    }

    Hello hello(Link through) throws IOException {
        Hello hello = Hello.receive(through);
        program.check(hello);
        return hello;
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

    /** Returns the exit code. The process must have ended. */
    int exitValue() {
        return process.exitValue();
    }

    /** Describes how the process ended, with a likely cause and the end of its log. The process must have ended. */
    public String death() {
        return program.death(process.exitValue(), log) + lastWords();
    }

    /** Returns the end of the log as a clause, or an empty text if the log is empty. */
    public String lastWords() {
        String tail = Death.tail(log);
        return tail.isEmpty() ? "" : "; its last words on stderr: " + tail;
    }

    /**
     * Ends the worker's input, kills the worker if it does not end, reaps it, and deletes its own folder, and its log if that is
     * empty.
     */
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
        if (folder != null) {
            folder.close();
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
