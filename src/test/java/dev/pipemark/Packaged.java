package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged jar, run as users run it.
 *
 * @param folder it is run in
 */
record Packaged(Path folder) {
    static final Path JAR = Path.of(System.getProperty("pipemark.jar", "target/benchmarks.jar"));

    /** Runs it to its end, which has to be a good one, and returns what it printed. */
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
