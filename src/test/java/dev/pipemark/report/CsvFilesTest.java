package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Metric;
import dev.pipemark.report.rank.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFilesTest {
    /** Catches a mean of two forks that is reported as a mean of three. */
    @Test
    void aMetricCountsOnlyTheForksThatHaveIt() {
        double[] known = {10, Double.NaN, 12};
        List<String> lines = CsvFiles.results(new Findings(new RunBuilder(3)
                        .cell("encode", "a", "int", Metric.PARENT_CPU, known, 100, 101, 102)
                        .run()))
                .lines()
                .toList();
        assertThat(forks(lines, "score")).isEqualTo("3");
        assertThat(forks(lines, Metric.PARENT_CPU.id())).isEqualTo("2");
    }

    private static String forks(List<String> lines, String metric) {
        List<String> names = List.of(lines.get(0).split(","));
        return lines.stream()
                .map(line -> List.of(line.split(",")))
                .filter(row -> row.get(names.indexOf("metric")).equals(metric))
                .map(row -> row.get(names.indexOf("forks")))
                .findFirst()
                .orElseThrow();
    }
}
