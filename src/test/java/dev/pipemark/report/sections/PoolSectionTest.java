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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catches pool cells that are compared across workers, and rows of Python that are lost, judged, or in the wrong direction. */
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
        assertThat(details(tasks, "×best"))
                .satisfiesExactly(
                        best -> assertThat(best).isEqualTo("▲"),
                        worst -> assertThat(worst).endsWith("▼"),
                        best -> assertThat(best).isEqualTo("▲"),
                        worst -> assertThat(worst).endsWith("▼"));
        assertThat(column(tasks, "CPU parent, µs")).containsOnly("9.0");
        assertThat(column(tasks, "CPU worker, µs")).containsOnly("4.0");
    }

    @Test
    void scalingSaysWhichWayAndIsNeverBelowOne() {
        Table workers = table(Optional.empty(), "workers-long");
        assertThat(column(workers, "codec")).containsExactly("kryo chunk=1", "java ⚠ chunk=1");
        assertThat(column(workers, "2 compared with 1"))
                .satisfiesExactly(
                        kryo -> assertThat(kryo).startsWith("1.799"),
                        java -> assertThat(java).startsWith("1.0"));
        assertThat(details(workers, "2 compared with 1"))
                .satisfiesExactly(
                        kryo -> assertThat(kryo).endsWith("▲ 2 faster"),
                        java -> assertThat(java).endsWith("▼ 2 slower"));
    }

    @Test
    void pythonIsShownBesideTheResultsOfThisRun() {
        Table table = table(Optional.of(python()), "python");
        assertThat(column(table, "operation")).containsExactly("pool", "pool", "submit", "encode");
        assertThat(column(table, "library"))
                .startsWith("multiprocessing.Pool", "concurrent.futures")
                .endsWith("pickle");
        assertThat(column(table, "Python, µs").get(0)).isEqualTo("33.3");
        assertThat(details(table, "Python, µs").get(0)).isEqualTo("(32.3 to 34.5)");
        assertThat(column(table, "fastest here")).containsOnly("kryo");
        assertThat(column(table, "×")).containsExactly("1.7", "2.4", "2.0", "5.0");
        assertThat(details(table, "×")).containsExactly("slower", "faster", "slower", "slower");
    }

    @Test
    void repeatsAndAnotherMachineAreNamed() {
        String markdown =
                MarkdownWriter.write(Sections.page(new Findings(pool()), Optional.empty(), Optional.of(python())));
        assertThat(markdown)
                .contains(
                        "repeats within one process, not forks",
                        "This run was measured on another CPU",
                        "Not installed or not measured: dill.");
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
        return values(table, title).map(Value::text).toList();
    }

    private static List<String> details(Table table, String title) {
        return values(table, title).map(Value::detail).toList();
    }

    private static Stream<Value> values(Table table, String title) {
        int column = table.columns().stream().map(Page.Column::title).toList().indexOf(title);
        assertThat(column).as("%s has a column %s", table.id(), title).isNotNegative();
        return table.rows().stream().map(row -> row.get(column));
    }
}
