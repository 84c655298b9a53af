package dev.pipemark.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** Asks a command of the system's for a fact. */
final class Command {
    private static final long SECONDS = 5;

    private Command() {}

    /** What it prints; empty where there is no such command, it fails, or it does not end within five seconds. */
    static String output(String... command) {
        File printed = null;
        try {
            // A file, not a pipe: reading a pipe would block as long as the command hangs.
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
