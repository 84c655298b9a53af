package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A table that is measured in groups gives the same answers as a whole table, with somewhat wider intervals. Forks are drawn
 * from a fixed seed, with known differences and with a machine that changes from group to group by far more than the forks
 * scatter. The bounds are the 1 % and 99 % quantiles of the binomial distribution, by {@code scipy.stats.binom.ppf}.
 */
class DividedTableTest {
    private static final int ROUNDS = 6;
    private static final double SCATTER = 0.04;
    private static final double MACHINE = 0.3;

    /** The first two cells join the groups. Each cell costs 2 % more than the one before. */
    private static final List<Cell> CELLS = IntStream.range(0, 12)
            .mapToObj(cell -> Benchmark.ENCODE.cell("codec-" + cell, "order"))
            .toList();

    private static final int ANCHOR = 1;
    private static final int OTHER = 5;
    private static final int FARTHER = 9;

    private final Random random = new Random(3);
    private final Division groups = new Division(6, sitting -> true);
    private final Division none = new Division(CELLS.size(), sitting -> true);

    /** Catches intervals from a formula for tables whose cells all sit together. Of 400 tables at 5 %: at most 31. */
    @Test
    void allIntervalsOfATableHoldTheTruthAsOftenAsTheySay() {
        assertThat(tablesThatMiss(groups)).isBetween(2, 31);
        assertThat(tablesThatMiss(none)).isBetween(2, 31);
    }

    private int tablesThatMiss(Division division) {
        int missing = 0;
        for (int table = 0; table < 400; table++) {
            Judgements<Cell> judged = Judgements.of(table(forks(division, -1)), CELLS, 0);
            missing += IntStream.range(0, CELLS.size())
                            .anyMatch(one -> IntStream.range(0, one)
                                    .anyMatch(other ->
                                            misses(judged.judge(CELLS.get(one), CELLS.get(other)), one, other)))
                    ? 1
                    : 0;
        }
        return missing;
    }

    /**
     * Catches intervals that are too narrow or too wide for one kind of pair: two cells that join the groups, one of them,
     * none. Of 4,000 pairs at 5 %: 169 to 233.
     */
    @Test
    void theIntervalOfEachKindOfPairHoldsTheTruthNineteenTimesOutOfTwenty() {
        int[] missing = new int[3];
        for (int table = 0; table < 4_000; table++) {
            Judgements<Cell> judged = Judgements.of(table(forks(groups, -1)), 1, 0);
            missing[0] += misses(judged.judge(CELLS.get(0), CELLS.get(ANCHOR)), 0, ANCHOR) ? 1 : 0;
            missing[1] += misses(judged.judge(CELLS.get(ANCHOR), CELLS.get(OTHER)), ANCHOR, OTHER) ? 1 : 0;
            missing[2] += misses(judged.judge(CELLS.get(OTHER), CELLS.get(FARTHER)), OTHER, FARTHER) ? 1 : 0;
        }
        for (int misses : missing) {
            assertThat(misses).isBetween(169, 233);
        }
    }

    /**
     * Catches a cell of large scatter that has no verdict beside cells of other groups, and one whose interval is too narrow.
     * Of 1,000 pairs at 5 %: at most 67. The intervals are a little too wide.
     */
    @Test
    void aNoisyCellIsComparedWithCellsOfOtherGroups() {
        for (int noisy : new int[] {OTHER, ANCHOR}) {
            int missing = 0;
            int others = 0;
            int found = 0;
            for (int table = 0; table < 1_000; table++) {
                Judgements<Cell> judged = Judgements.of(table(forks(groups, noisy)), 1, 0);
                found += judged.noisy().contains(CELLS.get(noisy)) ? 1 : 0;
                Judgement beside = judged.judge(CELLS.get(noisy), CELLS.get(FARTHER));
                assertThat(beside.verdict()).isNotNull();
                missing += misses(beside, noisy, FARTHER) ? 1 : 0;
                others += misses(judged.judge(CELLS.get(2), CELLS.get(FARTHER)), 2, FARTHER) ? 1 : 0;
            }
            assertThat(found).as("noisy %s", noisy).isGreaterThan(950);
            assertThat(missing).as("noisy %s", noisy).isBetween(20, 67);
            assertThat(others).as("noisy %s", noisy).isBetween(20, 67);
        }
    }

    /** Catches factors, or scores of the cells with more forks, that differ from those of the undivided table. */
    @Test
    void factorsAndScoresAreUnbiased() {
        int tables = 400;
        double[] factor = new double[tables];
        double[] score = new double[tables];
        for (int table = 0; table < tables; table++) {
            List<Fork> forks = forks(groups, -1);
            Judgement judgement = Judgements.of(table(forks), CELLS, 0).judge(CELLS.get(ANCHOR), CELLS.get(FARTHER));
            factor[table] = Math.log(judgement.ratio().value()) - truth(ANCHOR) + truth(FARTHER);
            List<Double> each = Costs.each(of(forks, ANCHOR), Fork::cost);
            assertThat(each).hasSize(ROUNDS);
            assertThat(judgement.standing().rounds()).isEqualTo(ROUNDS);
            score[table] = Math.log(Stats.estimate(each).value() / 100) - truth(ANCHOR);
        }
        for (double[] errors : List.of(factor, score)) {
            double mean = IntStream.range(0, tables)
                    .mapToDouble(i -> errors[i])
                    .average()
                    .orElseThrow();
            double square = IntStream.range(0, tables)
                    .mapToDouble(i -> errors[i] * errors[i])
                    .average()
                    .orElseThrow();
            assertThat(Math.abs(mean)).isLessThan(3 * Math.sqrt(square / tables));
        }
    }

    /**
     * Catches joints that lose the precision of the table, and groups that the fit does not know of: the change of the
     * machine between groups would then be scatter.
     */
    @Test
    void intervalsAreSomewhatWiderThanThoseOfTheWholeTable() {
        double divided = 0;
        double whole = 0;
        double blind = 0;
        for (int table = 0; table < 100; table++) {
            List<Fork> forks = forks(groups, -1);
            divided += width(table(forks));
            whole += width(table(forks(none, -1)));
            Map<Cell, SortedMap<Integer, Double>> rounds = new LinkedHashMap<>();
            IntStream.range(0, CELLS.size())
                    .forEach(cell -> rounds.put(CELLS.get(cell), Costs.byRound(of(forks, cell))));
            blind += width(RoundTable.of(rounds));
        }
        assertThat(divided / whole).isBetween(1.0, 1.25);
        assertThat(blind / divided).isGreaterThan(3);
    }

    private static double width(RoundTable<Cell> table) {
        Judgement judgement = Judgements.of(table, 1, 0).judge(CELLS.get(OTHER), CELLS.get(FARTHER));
        return Math.log(judgement.ratio().upper() / judgement.ratio().lower());
    }

    private static boolean misses(Judgement judgement, int one, int other) {
        double truth = Math.exp(truth(one) - truth(other));
        return judgement.ratio().lower() > truth || judgement.ratio().upper() < truth;
    }

    private static double truth(int cell) {
        return 0.02 * cell;
    }

    /**
     * Draws the forks of a table.
     *
     * @param noisy a cell whose forks scatter six times as much as those of the others; -1 for none
     */
    private List<Fork> forks(Division division, int noisy) {
        List<Fork> forks = new ArrayList<>();
        List<PlannedFork> planned = Schedule.of(CELLS, ROUNDS, Order.SIDE_BY_SIDE, random.nextLong());
        for (List<PlannedFork> sitting : division.sittings(planned, CELLS, List.of())) {
            double level = MACHINE * random.nextGaussian();
            for (PlannedFork fork : sitting) {
                int cell = CELLS.indexOf(fork.cell());
                double scatter = (cell == noisy ? 6 : 1) * SCATTER * random.nextGaussian();
                Fork measured = Samples.fork(
                        fork.cell(), fork.round(), 1, "avgt", "ns/op", 100 * Math.exp(truth(cell) + level + scatter));
                forks.add(fork.group() == RoundTable.Sitting.WHOLE ? measured : measured.in(fork.group()));
            }
        }
        return forks;
    }

    private static RoundTable<Cell> table(List<Fork> forks) {
        Map<Cell, SortedMap<RoundTable.Sitting, Double>> costs = new LinkedHashMap<>();
        IntStream.range(0, CELLS.size()).forEach(cell -> costs.put(CELLS.get(cell), Costs.bySitting(of(forks, cell))));
        return RoundTable.ofSittings(costs);
    }

    private static List<Fork> of(List<Fork> forks, int cell) {
        return forks.stream()
                .filter(fork -> fork.cell().equals(CELLS.get(cell)))
                .toList();
    }
}
