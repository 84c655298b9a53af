package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged jar as a user does.
 *
 * @param folder the working directory
 */
record Packaged(Path folder) {
    static final Path JAR = Path.of(System.getProperty("pipemark.jar", "target/benchmarks.jar"));

    /** Runs the jar, requires that it exits with 0, and returns its output. */
    String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(JAR.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(folder, "suite", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = process.waitFor(8, TimeUnit.MINUTES);
            String said = Files.readString(log);
            assertThat(ended).as("it ended; it said: " + said).isTrue();
            assertThat(process.exitValue()).as(command + " said: " + said).isZero();
            return said;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
