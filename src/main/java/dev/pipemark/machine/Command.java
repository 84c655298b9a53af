package dev.pipemark.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command of the system to find out a fact. */
final class Command {
    private static final long SECONDS = 5;

    /**
     * The result of a command.
     *
     * @param fine whether its exit code is 0
     * @param text its output, or the reason why it could not be run
     */
    record Answer(boolean fine, String text) {}

    private Command() {}

    /**
     * Returns the command's output. Empty if there is no such command, if it fails, or if it runs longer than five
     * seconds.
     */
    static String output(String... command) {
        Answer answer = run(List.of(command), false);
        return answer.fine() ? answer.text() : "";
    }

    /** Returns the command's output with its errors. */
    static Answer answer(List<String> command) {
        return run(command, true);
    }

    private static Answer run(List<String> command, boolean errors) {
        File printed = null;
        try {
            // Uses a file, because reading a pipe would block while the command hangs.
            printed = File.createTempFile("pipemark-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(printed);
            Process process = (errors
                            ? builder.redirectErrorStream(true)
                            : builder.redirectError(ProcessBuilder.Redirect.DISCARD))
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return new Answer(false, "no answer within " + SECONDS + " s");
            }
            return new Answer(
                    process.exitValue() == 0, new String(Files.readAllBytes(printed.toPath()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Answer(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "interrupted");
        } finally {
            if (printed != null && !printed.delete()) {
                printed.deleteOnExit();
            }
        }
    }
}
