package dev.pipemark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.conformance.Conformance.Fate;
import dev.pipemark.conformance.Conformance.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a worker of the suite that breaks a rule of the page from which others learn to write one. */
class OwnWorkersIT {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "python, json",
        "python, cbor",
        "python, msgpack",
        "python, protobuf",
        "python, avro",
        "cpp, json",
        "cpp, cbor",
        "cpp, msgpack",
        "cpp, protobuf"
    })
    void workerKeepsEveryRule(String name, String format) {
        Path program = Path.of("target", "workers", name).toAbsolutePath();
        Assumptions.assumeTrue(Files.isExecutable(program), "scripts/build-workers has not built it");
        List<Finding> findings =
                new Conformance(List.of(program.toString()), format, folder, DEADLINE).run(finding -> {});
        String greeting = findings.get(0).fault();
        Assumptions.assumeFalse(greeting.contains("it cannot serve this format"), greeting);
        assertThat(findings)
                .hasSizeGreaterThan(15)
                .filteredOn(finding -> finding.fate() != Fate.HOLDS)
                .isEmpty();
    }
}
