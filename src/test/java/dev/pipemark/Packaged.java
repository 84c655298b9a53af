package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

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
        // A lock of its own: another test may be measuring.
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
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
            boolean ended = process.waitFor(20, TimeUnit.MINUTES);
            String said = Files.readString(log);
            assertThat(ended).as("it ended; it said: " + said).isTrue();
            assertThat(process.exitValue()).as(command + " said: " + said).isZero();
            return said;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The one file of this name that was written in a folder, or in a folder below it. */
    static Path made(Path results, String name) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            List<Path> named = files.filter(file -> file.endsWith(name)).toList();
            assertThat(named).hasSize(1);
            return named.get(0);
        }
    }

    /** Returns the rows of a table, by the names of its columns. The file may be packed by gzip. */
    static List<CSVRecord> rows(Path table) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream bytes = Files.newInputStream(table);
                InputStream unpacked = table.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                Reader reader = new InputStreamReader(unpacked, StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        }
    }
}
