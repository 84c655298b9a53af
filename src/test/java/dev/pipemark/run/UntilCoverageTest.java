package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Resolution;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule of {@link Until} ends sooner if the estimated scatter is too small by chance. Intervals then contain the true
 * factor less often than the 95 % of a fixed number of rounds. The test draws equal codecs from a fixed seed. Their forks have
 * a scatter of 5 %.
 */
class UntilCoverageTest {
    private static final double SCATTER = 0.05;

    private final Random random = new Random(1);

    /**
     * Catches a rule that ends because of a difference, or too often because of a small scatter. Two codecs reach their three
     * goals after some 8, 11 and 17 rounds. Three codecs reach their goal after 7 rounds, and six codecs after 9. Without the
     * minimum degrees of freedom, the intervals of two codecs would cover 0.90.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 0.10, 2000",
        "2, 0.07, 2000",
        "2, 0.05, 2000",
        "3, 0.10, 1000",
        "6, 0.10, 500",
    })
    void intervalsCoverNearlyAsMuchAsTheySay(int codecs, double goal, int runs) {
        List<Cell> cells = new ArrayList<>();
        for (int codec = 0; codec < codecs; codec++) {
            cells.add(Benchmark.ENCODE.cell("codec-" + codec, "order"));
        }
        Until until = new Until(goal, cells);
        int held = 0;
        for (int run = 0; run < runs; run++) {
            held += allHold(cells, forks(until, cells)) ? 1 : 0;
        }
        assertThat((double) held / runs).isBetween(0.92, 0.985);
    }

    /** Returns the forks of three rounds, and of the rounds that the rule adds. */
    private List<Fork> forks(Until until, List<Cell> cells) {
        List<Fork> forks = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            for (Cell cell : cells) {
                forks.add(fork(new PlannedFork(cell, round)));
            }
        }
        List<PlannedFork> next = until.next(forks);
        while (!next.isEmpty()) {
            next.forEach(fork -> forks.add(fork(fork)));
            next = until.next(forks);
        }
        return forks;
    }

    private Fork fork(PlannedFork planned) {
        double cost = 100 * Math.exp(SCATTER * random.nextGaussian());
        return Samples.fork(planned.cell(), planned.round(), 1, "avgt", "ns/op", cost);
    }

    /** Returns whether the interval of every pair contains 1. */
    private static boolean allHold(List<Cell> cells, List<Fork> forks) {
        Map<Cell, SortedMap<Integer, Double>> costs = new LinkedHashMap<>();
        for (Cell cell : cells) {
            costs.put(
                    cell,
                    Costs.byRound(forks.stream()
                            .filter(fork -> fork.cell().equals(cell))
                            .toList()));
        }
        List<Judgement> pairs =
                Judgements.of(RoundTable.of(costs), cells, Resolution.LEAST).pairs(cells);
        return pairs.stream()
                .allMatch(pair -> pair.ratio().lower() <= 1 && pair.ratio().upper() >= 1);
    }
}
