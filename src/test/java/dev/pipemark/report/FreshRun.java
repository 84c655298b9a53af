package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.Brief;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two codecs and one payload, measured by the packaged suite in the shortest possible time. */
final class FreshRun {
    private FreshRun() {}

    /**
     * Makes the run, and returns its report.
     *
     * @param folder an empty folder
     */
    static Path report(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A lock of this test's own: the machine may be measuring something else.
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        command.add("-jar");
        command.add(Path.of(System.getProperty("pipemark.jar", "target/benchmarks.jar"))
                .toAbsolutePath()
                .toString());
        command.addAll(List.of("encode|decode|stream|roundTrip", "-p", "transport=pipe", "-p", "window=64"));
        command.addAll(List.of("--codecs", "java,kryo-registered", "--payloads", "media-content"));
        command.addAll(List.of("-f", "1", "-wi", "1", "-w", "10ms", "-i", "1", "-r", "10ms"));
        command.addAll(Brief.FORKS);
        command.addAll(List.of("--results", folder.resolve("results").toString()));
        Path log = folder.resolve("run.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return folder.resolve("results/latest/report.html").toRealPath();
    }
}
