package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.run.Block.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedTest {
    private static final List<Benchmark> THREE = List.of(Benchmark.ENCODE, Benchmark.DECODE, Benchmark.STREAM);

    /** 16 cells: each of four codecs in three benchmarks, a second copy of the last codec in each, and a control. */
    private static final Plan PLAN = plan(table().as("your-order"));

    /** Catches a plan that fits and is cut, or that gets a note for nothing. */
    @Test
    void aPlanThatFitsStaysAsItIs() {
        Shortened fits = of(PLAN, 80);
        assertThat(fits.leftOut()).isEmpty();
        assertThat(fits.noting(left -> "left out: " + left)).isEqualTo(PLAN);
    }

    /**
     * Catches another order of the parts, a plan that gives up its ranking before anything else or its streams, codecs that go
     * from the first on, copies that go with the last codec, and a table of one codec.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "79 | 4 | 16 | 1 of 5 rounds",
                "47 | 3 | 11 | 2 of 5 rounds, encode",
                "32 | 3 |  6 | 2 of 5 rounds, encode, decode",
                "17 | 3 |  5 | 2 of 5 rounds, encode, decode, fory",
                "12 | 3 |  4 | 2 of 5 rounds, encode, decode, fory, kryo",
                " 8 | 2 |  4 | 3 of 5 rounds, encode, decode, fory, kryo",
                " 1 | 1 |  4 | 4 of 5 rounds, encode, decode, fory, kryo",
            })
    void threeRoundsAndStreamsStayLongest(int seconds, int rounds, int cells, String left) {
        Plan plan = of(PLAN, seconds).noting(parts -> "left out: " + parts);

        assertThat(plan.rounds()).isEqualTo(rounds);
        assertThat(plan.cells()).hasSize(cells);
        assertThat(plan.notes()).containsExactly("left out: " + left, "note");
        assertThat(plan.cells()).extracting(Cell::codec).contains("java", "jackson", Cell.NONE);
    }

    /** Catches a class that the user named, and that is not measured because the only codec that carries it was given up. */
    @Test
    void eachClassKeepsACodec() {
        Block other =
                new Table().add(THREE, List.of("fory"), List.of("your-tree")).as("your-tree");

        Shortened least = of(plan(table().as("your-order"), other), 1);

        assertThat(least.leftOut()).contains("kryo").doesNotContain("fory");
        assertThat(least.plan().cells()).extracting(Cell::payload).contains("your-order", "your-tree");
    }

    /** Returns one second per fork. */
    private static Shortened of(Plan plan, double seconds) {
        return Shortened.of(plan, seconds, each -> each.rounds() * each.cells().size());
    }

    private static Table table() {
        Table table = new Table().add(THREE, List.of("java", "kryo", "fory", "jackson"), List.of("your-order"));
        THREE.forEach(benchmark -> table.again(benchmark, List.of("jackson"), "your-order"));
        return table;
    }

    private static Plan plan(Block... classes) {
        Block controls = new Table().add(Benchmark.FIXED_ARITHMETIC, Cell.NONE).as("controls");
        List<Block> blocks = new ArrayList<>(List.of(classes));
        blocks.add(controls);
        return new Plan("yours", 5, Timing.SHORT, blocks, List.of("note"));
    }
}
