package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Run;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstIterationsTest {
    /** Catches a slow beginning that is taken for a fast one where scores are rates, and a fork in the wrong band. */
    @Test
    void whatCompilesIsHeldBesideWhatDoesNot() {
        List<Fork> forks = new ArrayList<>();
        forks.add(fork("avgt", "ns/op", 1, List.of(110.0, 100.0, 101.0, 99.0)));
        forks.add(fork("avgt", "ns/op", 20, List.of(300.0, 100.0, 101.0, 99.0)));
        forks.add(fork("thrpt", "ops/s", 20, List.of(50.0, 100.0, 101.0, 99.0)));
        forks.add(fork("ss", "ns/op", 20, List.of(900.0, 100.0, 101.0, 99.0)));
        List<Page.Row> rows = table(forks).rows();
        assertThat(rows).hasSize(2);
        assertThat(texts(rows.get(0))).containsExactly("up to 2 %", "1", "1.10", "1.10", "1.10");
        assertThat(texts(rows.get(1))).containsExactly("above 10 %", "2", "2.50", "2.00", "3.00");
    }

    private static Page.Table table(List<Fork> forks) {
        Run plain = new RunBuilder(1).run();
        Run run = new Run(plain.info(), plain.checks(), plain.sizes(), forks, plain.end());
        return (Page.Table) FirstIterations.blocks(run).get(0);
    }

    private static List<String> texts(Page.Row row) {
        return row.values().stream().map(Page.Value::text).toList();
    }

    private static Fork fork(String mode, String unit, double compiling, List<Double> scores) {
        ForkNote note = new ForkNote(Map.of(Metric.PARENT_JIT, compiling, Metric.WORKER_JIT, 0.5), Map.of());
        Cell cell = Cell.of("encode", "a", "int", Map.of());
        return new Fork(cell, 1, 1, mode, unit, scores, note, Instant.EPOCH, 3, null);
    }
}
