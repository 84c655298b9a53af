package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.pipe.Batch;
import dev.pipemark.pipe.Header;
import dev.pipemark.pipe.Link;
import dev.pipemark.pipe.StreamLink;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side of one worker process: a child JVM, a link to it, a watchdog over it. Confined to one thread but
 * for {@link #close}.
 */
public final class Worker implements Link {
    private static final long LAST_WORDS_MILLIS = 2_000;

    private final Process process;
    private final Path log;
    private final Link link;
    private final Watchdog watchdog;
    private final WorkerSettings settings;
    private @Nullable Hello hello;

    private Worker(Process process, Path log, WorkerSettings settings) throws IOException {
        this.process = process;
        this.log = log;
        this.settings = settings;
        this.link = connect(process);
        this.watchdog = new Watchdog(settings.deadline(), process::destroyForcibly);
    }

    /**
     * Starts a worker for one codec, without waiting for it.
     *
     * @param payload the payload it will serve, or {@code null} to open payloads by request
     */
    public static Worker start(WorkerSettings settings, String codec, @Nullable String payload) throws IOException {
        return start(settings, List.of(codec, payload == null ? "" : payload));
    }

    /** Starts a worker for one codec that can be asked what its service answers, without waiting for it. */
    public static Worker serving(WorkerSettings settings, String codec, Class<? extends Service> service)
            throws IOException {
        return start(settings, List.of(codec, "", service.getName()));
    }

    private static Worker start(WorkerSettings settings, List<String> arguments) throws IOException {
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
            return new Worker(process, log, settings);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /**
     * Waits for the worker's greeting, once.
     *
     * @throws WorkerException when there is none, or it is for something else
     */
    public Hello hello() throws IOException {
        if (hello == null) {
            Frame greeting = new Frame();
            receive(greeting);
            if (Header.tag(greeting) != Protocol.HELLO) {
                throw new WorkerException.Confused("the worker's first message has the tag " + Header.tag(greeting));
            }
            hello = Hello.read(greeting);
            String java = System.getProperty("java.version", "");
            if (settings.launcher().equals(WorkerSettings.ownLauncher())
                    && !hello.javaVersion().equals(java)) {
                throw new WorkerException.Confused(
                        "the worker runs Java " + hello.javaVersion() + " and this process " + java);
            }
        }
        return hello;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Sends a batch. A broken pipe becomes the reason why the worker ended. */
    @Override
    public void send(Batch batch) throws IOException {
        watchdog.begin();
        try {
            link.send(batch);
        } catch (IOException e) {
            throw explain(e);
        } finally {
            watchdog.end();
        }
    }

    /** Waits for the next message, until the deadline; the end of the stream is the worker's death. */
    @Override
    public boolean receive(Frame into) throws IOException {
        watchdog.begin();
        try {
            if (!link.receive(into)) {
                throw explain(new java.io.EOFException("the worker closed its standard output"));
            }
            return true;
        } catch (WorkerException e) {
            throw e;
        } catch (IOException e) {
            throw explain(e);
        } finally {
            watchdog.end();
        }
    }

    @Override
    public boolean ready() {
        return link.ready();
    }

    /** Ends the worker by ending its input, and by force if it does not go; reaps it. */
    @Override
    public void close() {
        watchdog.close();
        try {
            link.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        if (!waitFor(LAST_WORDS_MILLIS)) {
            process.destroyForcibly();
            waitFor(LAST_WORDS_MILLIS);
        }
        try {
            if (Files.size(log) == 0) {
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

    /** Turns a failed send or receive into what happened to the worker. */
    private IOException explain(IOException failure) {
        if (watchdog.fired()) {
            return new WorkerException.Hung(
                    "no answer within " + settings.deadline().toSeconds() + " s; the worker was killed" + lastWords());
        }
        boolean gone = waitFor(LAST_WORDS_MILLIS);
        if (!gone) {
            process.destroyForcibly();
            return new WorkerException.Confused(failure.getMessage() + "; the worker was killed" + lastWords());
        }
        String crash = Death.crash(crashFile(log));
        return new WorkerException.Died(
                (crash.isEmpty() ? Death.describe(process.exitValue()) : "the worker died, its JVM crashed: " + crash)
                        + lastWords());
    }

    private static Path crashFile(Path log) {
        return log.resolveSibling(log.getFileName() + ".crash");
    }

    private String lastWords() {
        String tail = Death.tail(log);
        return tail.isEmpty() ? "" : "; its last words on stderr: " + tail;
    }

    /**
     * On Linux the pipes are opened again by way of {@code /proc}: the streams of {@link Process} copy twice. Elsewhere, or when the worker is gone already, they serve.
     */
    private static Link connect(Process process) throws IOException {
        File to = new File("/proc/" + process.pid() + "/fd/0");
        File from = new File("/proc/" + process.pid() + "/fd/1");
        if (to.exists() && from.exists()) {
            try {
                FileInputStream in = new FileInputStream(from);
                FileOutputStream out = new FileOutputStream(to);
                // The worker sees the end of its input only when no other writer is left.
                process.getOutputStream().close();
                process.getInputStream().close();
                return new StreamLink(in, out);
            } catch (java.io.FileNotFoundException gone) {
                // Falls through: the worker has ended, and its streams say so.
            }
        }
        return new StreamLink(process.getInputStream(), process.getOutputStream());
    }
}
