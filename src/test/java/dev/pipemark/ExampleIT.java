package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the outside project {@code examples/acme} with Maven and runs it with the packaged jar, as its README says.
 */
class ExampleIT {
    private static final Path EXAMPLE = Path.of("examples", "acme").toAbsolutePath();
    private static final Path ACME = EXAMPLE.resolve(Path.of("target", "acme.jar"));

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws Exception {
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBaseDirectory(EXAMPLE.toFile());
        request.setGoals(List.of("package"));
        request.addArg("-Dpipemark.jar=" + Packaged.JAR.toAbsolutePath());
        request.setBatchMode(true);
        request.setOffline(System.getProperty("maven.mode", "").equals("offline=true"));
        request.setJavaHome(new File(System.getProperty("java.home")));
        String repository = System.getProperty("maven.repository");
        if (repository != null) {
            request.setLocalRepositoryDirectory(new File(repository));
        }
        request.setMavenHome(mavenHome());
        request.setTimeoutInSeconds(300);
        StringBuilder said = new StringBuilder();
        request.setOutputHandler(line -> said.append(line).append('\n'));

        InvocationResult result = new DefaultInvoker().execute(request);

        assertThat(result.getExitCode()).as(said.toString()).isZero();
        assertThat(ACME).exists();
    }

    /** Catches a jar whose providers are ignored. */
    @Test
    void codecAndPayloadAreListed() throws Exception {
        assertThat(new Packaged(folder).run("codecs", "--user-jar", ACME.toString()))
                .contains("acme-csv", "kryo");
        assertThat(new Packaged(folder).run("payloads", "--user-jar", ACME.toString()))
                .contains("acme-invoice", "media-content");
        assertThat(new Packaged(folder).run("codecs")).doesNotContain("acme-csv");
    }

    /** Catches outside classes that the forks or their workers cannot load: the rows would exist, but failed. */
    @Test
    void cellsAreMeasured() throws Exception {
        Path results = folder.resolve("results");

        new Packaged(folder)
                .run(
                        "encode|stream",
                        "--user-jar",
                        ACME.toString(),
                        "--codecs",
                        "acme-csv,kryo",
                        "--payloads",
                        "acme-invoice",
                        "--results",
                        results.toString(),
                        "-f",
                        "1",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "10ms",
                        "-jvmArgsAppend",
                        Brief.FLAGS);

        List<CSVRecord> rows = Packaged.rows(Packaged.made(results, "results.csv"));
        for (String codec : List.of("acme-csv", "kryo")) {
            assertThat(rows)
                    .as(codec)
                    .filteredOn(row -> row.get("codec").equals(codec))
                    .filteredOn(row -> row.get("metric").equals("score"))
                    .isNotEmpty()
                    .allMatch(row -> row.get("payload").equals("acme-invoice"))
                    .allMatch(row -> row.get("outcome").equals("measured"));
        }
    }

    /** The Maven that runs this test, or else the one on the path. */
    private static File mavenHome() throws IOException {
        String home = System.getProperty("maven.home");
        if (home != null) {
            return new File(home);
        }
        for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path maven = Path.of(entry, "mvn");
            if (Files.isExecutable(maven)) {
                return maven.toRealPath().resolve("../..").normalize().toFile();
            }
        }
        throw new IllegalStateException("no Maven: name one with -Dmaven.home, or put mvn on the path");
    }
}
