package dev.pipemark.codecs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second JVM of the same Java, without flags by default. */
final class ChildJvm {
    private ChildJvm() {}

    record Ended(int exitCode, String output, String errors) {}

    static Ended run(Path folder, String classPath, List<String> flags, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("stdout");
        Path errors = folder.resolve("stderr");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            int exitCode = process.waitFor();
            return new Ended(
                    exitCode,
                    Files.readString(output, StandardCharsets.UTF_8).strip(),
                    Files.readString(errors, StandardCharsets.UTF_8).strip());
        } finally {
            process.destroyForcibly();
        }
    }

    static Ended run(Path folder, Class<?> main, String... arguments) throws IOException, InterruptedException {
        return run(folder, System.getProperty("java.class.path"), List.of(), main, arguments);
    }
}
