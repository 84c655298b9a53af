package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Run;
import dev.pipemark.report.rank.Findings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches any change in a file that other programs read. */
class GoldenTest {
    @ParameterizedTest
    @ValueSource(strings = {"one-round", "three-rounds", "five-rounds"})
    void writesTheKnownFiles(String name) throws Exception {
        Run run = switch (name) {
            case "one-round" -> CannedRuns.oneRound();
            case "three-rounds" -> CannedRuns.threeRounds();
            default -> CannedRuns.fiveRounds();
        };
        Findings findings = new Findings(run);
        Map<String, String> written = Map.of(
                "results.csv", CsvFiles.results(findings),
                "throughput.csv", CsvFiles.throughput(findings),
                "sizes.csv", CsvFiles.sizes(findings),
                "capabilities.csv", CsvFiles.capabilities(findings));
        for (Map.Entry<String, String> file : written.entrySet()) {
            try (InputStream golden = GoldenTest.class.getResourceAsStream(name + "/" + file.getKey())) {
                assertThat(golden).as("%s/%s", name, file.getKey()).isNotNull();
                assertThat(file.getValue())
                        .as("%s/%s", name, file.getKey())
                        .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }
}
