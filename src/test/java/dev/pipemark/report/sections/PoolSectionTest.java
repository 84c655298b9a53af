package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PythonReference;
import dev.pipemark.record.Run;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.rank.Findings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Catches pool cells that are compared across workers, and Python's rows that are lost, judged or turned round. */
public class PoolSectionTest {
    public static Run pool() {
        Map<Metric, Double> cpu = Map.of(Metric.PARENT_CPU, 9_000.0, Metric.WORKER_CPU, 4_000.0);
        return new RunBuilder(3)
                .codec("kryo", "tuned", true)
                .codec("java", "idiomatic", false)
                .payload("long", "primitives")
                .cell("pool", "kryo", "long", "chunk=1 workers=1", cpu, 50_000, 50_500, 50_200)
                .cell("pool", "kryo", "long", "chunk=1 workers=2", cpu, 90_000, 91_000, 90_100)
                .cell("pool", "java", "long", "chunk=1 workers=1", cpu, 25_000, 25_500, 25_300)
                .cell("pool", "java", "long", "chunk=1 workers=2", cpu, 24_000, 24_200, 24_600)
                .cell("submit", "kryo", "long", "workers=1", 60_000, 61_000, 60_500)
                .cell("encode", "kryo", "long", "", 100, 101, 102)
                .size("kryo", "long", 9, 9, 9)
                .run();
    }

    @Test
    void codecsAreComparedAtEqualWorkers() {
        Table tasks = table(Optional.empty(), "pool-tasks");
        assertThat(column(tasks, "workers")).containsExactly("1", "1", "2", "2");
        assertThat(column(tasks, "codec")).containsExactly("kryo", "java ⚠", "kryo", "java ⚠");
        assertThat(column(tasks, "verdict")).containsExactly("▲ fastest", "▼ slower", "▲ fastest", "▼ slower");
        assertThat(column(tasks, "CPU parent, µs")).containsOnly("9.0");
        assertThat(column(tasks, "CPU worker, µs")).containsOnly("4.0");
    }

    @Test
    void scalingSaysWhichWayAndIsNeverBelowOne() {
        Table tasks = table(Optional.empty(), "pool-tasks");
        assertThat(column(tasks, "verdict on scaling")).containsExactly("", "", "▲ 2 faster", "▼ 2 slower");
        assertThat(column(tasks, "beside one worker").get(2)).startsWith("1.799");
        assertThat(column(tasks, "beside one worker").get(3)).startsWith("1.0");
        assertThat(table(Optional.empty(), "workers-long").rows()).hasSize(2);
    }

    @Test
    void everyRowOfPythonIsARow() {
        Table pool = table(Optional.of(python()), "python-pool");
        assertThat(column(pool, "library")).containsExactly("multiprocessing.Pool", "concurrent.futures");
        assertThat(column(pool, "tasks, /s").get(0)).isEqualTo("30,000");
        assertThat(pool.rows().get(0).values().get(6).detail()).isEqualTo("(29,000 to 31,000)");
        assertThat(column(pool, "fastest here").get(0)).startsWith("kryo, 50.2 k/s");
        assertThat(column(pool, "×")).containsExactly("1.7", "2.4");
        assertThat(column(pool, "beside ours")).containsExactly("slower", "faster");

        Table coding = table(Optional.of(python()), "python-coding");
        assertThat(column(coding, "library")).containsExactly("pickle", "json");
        assertThat(column(coding, "× encode")).containsExactly("5.0", "");
        assertThat(column(coding, "remark")).containsExactly("", "refused: not JSON serializable");
        assertThat(column(coding, "smallest here, B").get(0)).isEqualTo("9");

        assertThat(column(table(Optional.of(python()), "python-submit"), "×")).containsExactly("2.0");
        assertThat(column(table(Optional.of(python()), "python-missing"), "why"))
                .containsExactly("not installed");
    }

    @Test
    void repeatsAreCalledRepeatsAndAnotherMachineIsNamed() {
        String markdown = MarkdownWriter.write(
                Sections.page(new Findings(pool()), Optional.empty(), Optional.of(python())), Map.of());
        assertThat(markdown).contains("repeats within one process, not forks", "This run was measured on another CPU");
    }

    public static PythonReference python() {
        return new PythonReference(
                Instant.EPOCH,
                "3.11.7",
                "CPython",
                Map.of("cpu.model", "Other CPU", "cpu.cores.logical", "2"),
                3,
                List.of(
                        new PythonReference.PoolRow(
                                "multiprocessing.Pool",
                                "fork",
                                "pickle",
                                "long",
                                1,
                                "1",
                                1000,
                                List.of(29_000.0, 30_000.0, 31_000.0),
                                List.of(30_000.0, 31_000.0, 30_500.0),
                                List.of()),
                        new PythonReference.PoolRow(
                                "concurrent.futures",
                                "spawn",
                                "pickle",
                                "long",
                                1,
                                "1",
                                1000,
                                List.of(119_000.0, 120_000.0, 121_000.0),
                                List.of(30_000.0, 31_000.0, 30_500.0),
                                List.of())),
                List.of(new PythonReference.SubmitRow(
                        "concurrent.futures", "long", 1, List.of(120_000.0, 121_000.0, 122_000.0))),
                List.of(
                        new PythonReference.CodingRow(
                                "pickle",
                                "protocol 5",
                                "long",
                                List.of(500.0, 505.0, 510.0),
                                List.of(300.0, 301.0, 302.0),
                                12.5,
                                ""),
                        new PythonReference.CodingRow(
                                "json", "3.11.7", "long", List.of(), List.of(), 0, "not JSON serializable")),
                List.of(new PythonReference.Missing("dill", "not installed")));
    }

    private static Table table(Optional<PythonReference> python, String id) {
        Page page = Sections.page(new Findings(pool()), Optional.empty(), python);
        return SectionsTest.tables(page).stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> column(Table table, String title) {
        int column = table.columns().stream().map(Page.Column::title).toList().indexOf(title);
        assertThat(column).as("%s has a column %s", table.id(), title).isNotNegative();
        return table.rows().stream()
                .map(row -> row.values().get(column))
                .map(Value::text)
                .toList();
    }
}
