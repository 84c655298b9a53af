package dev.pipemark.remedies;

import dev.pipemark.worker.Death;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A second JVM that plays a {@link Role}, started without the suite's own worker code. It ends with its input. It is
 * killed if it lives too long, so that no caller waits for ever.
 */
final class Child implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 20;

    private final Process process;
    private final Path log;
    private final DataOutputStream out;
    private final DataInputStream in;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        out = new DataOutputStream(process.getOutputStream());
        in = new DataInputStream(process.getInputStream());
        Thread deadline = new Thread(this::end, "remedy-deadline");
        deadline.setDaemon(true);
        deadline.start();
    }

    static Child start(Path workDirectory, Class<? extends Role> role) throws IOException {
        Path log = Files.createTempFile(workDirectory, "child-", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-Xmx64m",
                        // HotSpot prints warnings to standard output by default, but here standard output carries
                        // answers.
                        "-XX:+DisplayVMOutputToStderr",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        RemedyChild.class.getName(),
                        role.getName())
                // A file and not a pipe: a child that fills a pipe nobody reads would block.
                .redirectError(log.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return new Child(builder.start(), log);
    }

    /** Sends a message and waits for the answer. */
    String ask(byte[] message) throws IOException {
        try {
            out.writeInt(message.length);
            out.write(message);
            out.flush();
            return in.readUTF();
        } catch (IOException e) {
            throw new IOException("the child ended or was ended without an answer: " + Death.tail(log), e);
        }
    }

    String ask(String message) throws IOException {
        return ask(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the child's input, which ends the child. Returns when it has ended. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        end();
    }

    private void end() {
        try {
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
