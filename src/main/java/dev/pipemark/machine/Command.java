package dev.pipemark.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** Runs a command of the system to find out a fact. */
final class Command {
    private static final long SECONDS = 5;

    private Command() {}

    /**
     * Returns the command's output. Empty if there is no such command, if it fails, or if it runs longer than five
     * seconds.
     */
    static String output(String... command) {
        File printed = null;
        try {
            // Uses a file, because reading a pipe would block while the command hangs.
            printed = File.createTempFile("pipemark-", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(printed)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return "";
            }
            return process.exitValue() == 0
                    ? new String(Files.readAllBytes(printed.toPath()), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            if (printed != null && !printed.delete()) {
                printed.deleteOnExit();
            }
        }
    }
}
