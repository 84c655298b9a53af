package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import dev.pipemark.run.Block.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<Cell> CELLS = new Table()
            .add(
                    List.of(Benchmark.STREAM, Benchmark.ENCODE),
                    List.of("java", "kryo-registered", "jackson-json", "jackson-cbor"),
                    List.of("order", "media-content"))
            .again(Benchmark.STREAM, List.of("java"), "order")
            .as("all")
            .cells();

    /** Catches a cell that is skipped, or measured twice, in a round. */
    @Test
    void everyCellRunsOncePerRound() {
        List<PlannedFork> turns = Schedule.of(CELLS, 3, Order.INTERLEAVED, 7);
        for (int round = 1; round <= 3; round++) {
            int from = (round - 1) * CELLS.size();
            List<PlannedFork> of = turns.subList(from, from + CELLS.size());
            int wanted = round;
            assertThat(of).allMatch(turn -> turn.round() == wanted);
            assertThat(of.stream().map(PlannedFork::cell)).containsExactlyInAnyOrderElementsOf(CELLS);
        }
    }

    /** Catches other tables between cells that are compared: the machine may change meanwhile. */
    @Test
    void cellsOfATableAreNeighbours() {
        List<PlannedFork> turns = Schedule.of(CELLS, 1, Order.INTERLEAVED, 3);
        for (String benchmark : List.of("stream", "encode")) {
            for (String payload : List.of("order", "media-content")) {
                int[] places = IntStream.range(0, turns.size())
                        .filter(i -> turns.get(i).cell().benchmark().equals(benchmark)
                                && turns.get(i).cell().payload().equals(payload))
                        .toArray();
                assertThat(places[places.length - 1] - places[0])
                        .as("%s %s", benchmark, payload)
                        .isEqualTo(places.length - 1);
            }
        }
    }

    /** Catches variants of remedies that are compared, and measured minutes apart. */
    @Test
    void variantsOfRemediesTakeTurns() {
        List<Cell> variants = new Table()
                .add(Benchmark.REMEDY, List.of(Cell.NONE), Cell.NONE, Map.of(Parameter.VARIANT, "leave-out/plain-java"))
                .add(Benchmark.REMEDY, List.of(Cell.NONE), Cell.NONE, Map.of(Parameter.VARIANT, "leave-out/made-again"))
                .add(Benchmark.POOL, List.of("java"), "order", Map.of(Parameter.WORKERS, "1"))
                .add(Benchmark.POOL, List.of("java"), "order", Map.of(Parameter.WORKERS, "2"))
                .as("all")
                .cells();
        assertThat(Schedule.sittings(Schedule.of(variants, 1, Order.SIDE_BY_SIDE, 5)))
                .extracting(List::size)
                .containsExactlyInAnyOrder(2, 1, 1);
    }

    /** Catches an order that is the same in every round, which would favour the first cell. */
    @Test
    void roundsAndSeedsDifferAndAreRepeatable() {
        List<PlannedFork> turns = Schedule.of(CELLS, 5, Order.INTERLEAVED, 11);
        HashSet<List<Cell>> orders = new HashSet<>();
        for (int round = 0; round < 5; round++) {
            orders.add(turns.subList(round * CELLS.size(), (round + 1) * CELLS.size()).stream()
                    .map(PlannedFork::cell)
                    .toList());
        }
        assertThat(orders).hasSize(5);
        assertThat(Schedule.of(CELLS, 5, Order.INTERLEAVED, 11)).isEqualTo(turns);
        assertThat(Schedule.of(CELLS, 5, Order.INTERLEAVED, 12)).isNotEqualTo(turns);
    }

    /** Catches an {@code --order jmh} that does not run all forks of a cell in a row. */
    @Test
    void jmhOrderRunsAllForksOfACellInARow() {
        Cell one = Cell.of("encode", "java", "int", Map.of());
        Cell two = Cell.of("decode", "java", "int", Map.of());
        assertThat(Schedule.of(List.of(one, two), 2, Order.JMH, 1))
                .containsExactly(
                        new PlannedFork(one, 1),
                        new PlannedFork(one, 2),
                        new PlannedFork(two, 1),
                        new PlannedFork(two, 2));
    }
}
