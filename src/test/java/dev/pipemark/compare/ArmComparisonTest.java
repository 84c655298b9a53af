package dev.pipemark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.PairCheck;
import dev.pipemark.record.RunMaker;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ArmComparisonTest {
    private static final double[] PLAIN = {100, 101, 99.5, 100.5, 100.2};

    /** Catches a verdict in the wrong direction, and rates that are compared as times. */
    @Test
    void dearerInTheArmIsARegression() {
        ArmComparison comparison = ArmComparison.of(new RunMaker()
                .cell("encode kryo int", PLAIN)
                .cell("encode kryo@new int", times(1.2))
                .cell("decode kryo int", PLAIN)
                .cell("decode kryo@new int", times(0.8))
                .cell("stream kryo int", PLAIN)
                .cell("stream kryo@new int", times(0.8))
                .cell("split kryo int", PLAIN)
                .cell("split kryo@new int", PLAIN)
                .run());
        assertThat(comparison.cells())
                .extracting(ComparedCell::status)
                .containsExactly(
                        CellStatus.REGRESSED, CellStatus.IMPROVED, CellStatus.REGRESSED, CellStatus.EQUIVALENT);
        assertThat(comparison.cells().get(1).ratio().value()).isCloseTo(0.8, within(1e-9));
        assertThat(comparison.cells().get(1).times().value()).isCloseTo(1.25, within(1e-9));
        assertThat(comparison.intervals()).isEqualTo(4);
        assertThat(comparison.regressed()).isTrue();
    }

    /** Catches an arm that is judged against another codec, or against another arm. */
    @Test
    void eachCellIsHeldAgainstItsOwnCodec() {
        ArmComparison comparison = ArmComparison.of(new RunMaker()
                .cell("encode kryo int", PLAIN)
                .cell("encode kryo@old int", times(2))
                .cell("encode kryo@new int", times(1.5))
                .cell("encode java int", times(10))
                .cell("encode java@new int", times(10))
                .run());
        assertThat(comparison.cells())
                .extracting(cell -> Math.round(100 * cell.ratio().value()))
                .containsExactly(200L, 150L, 100L);
    }

    /** Catches a missing status for a value that only the library of the arm refuses. */
    @Test
    void whatAnArmRefusesIsANewFailureWithItsReason() {
        ArmComparison comparison = ArmComparison.of(new RunMaker()
                .cell("encode kryo int", PLAIN)
                .cell("encode kryo@old int")
                .check("kryo", "int", PairCheck.Fate.EXACT, "")
                .check("kryo@old", "int", PairCheck.Fate.REFUSED_ON_ENCODE, "no such field 'a'")
                .run());
        ComparedCell cell = comparison.cells().get(0);
        assertThat(cell.status()).isEqualTo(CellStatus.NEW_FAILURE);
        assertThat(cell.reason()).startsWith("in the arm: ").contains("no such field 'a'");
        assertThat(comparison.regressed()).isTrue();
    }

    /** Catches a verdict on two forks. */
    @Test
    void fewRoundsGiveNumbersAndNoVerdict() {
        ArmComparison comparison = ArmComparison.of(new RunMaker()
                .cell("encode kryo int", 100, 100)
                .cell("encode kryo@old int", 300, 300)
                .run());
        ComparedCell cell = comparison.cells().get(0);
        assertThat(cell.status()).isEqualTo(CellStatus.INCONCLUSIVE);
        assertThat(cell.ratio().value()).isCloseTo(3, within(1e-9));
        assertThat(cell.ratio().hasInterval()).isFalse();
        assertThat(cell.reason()).contains("fewer than 3 rounds");
        assertThat(comparison.regressed()).isFalse();
    }

    /** Catches another language that is called a regression of the suite's own worker. */
    @Test
    void anotherLanguageIsDearerAndDoesNotRegress() {
        ArmComparison comparison = ArmComparison.of(new RunMaker()
                .worker("python")
                .cell("roundTrip json int", PLAIN)
                .cell("roundTrip json@python int", times(3))
                .cell("roundTrip json long", PLAIN)
                .cell("roundTrip json@python long", times(0.5))
                .cell("roundTrip json tuple", PLAIN)
                .cell("roundTrip json@python tuple")
                .check("json", "tuple", PairCheck.Fate.EXACT, "")
                .check("json@python", "tuple", PairCheck.Fate.DIED, "the foreign worker ended")
                .run());
        assertThat(comparison.cells())
                .extracting(comparison::label)
                .containsExactly("dearer", "cheaper", "fails in the arm");
        assertThat(comparison.regressed()).isFalse();
        assertThat(comparison.judged()).isFalse();
        assertThat(comparison.intervals()).isEqualTo(2);
    }

    @Test
    void aRunWithoutArmsHasNothingToCompare() {
        assertThat(ArmComparison.of(
                                new RunMaker().cell("encode kryo int", PLAIN).run())
                        .cells())
                .isEmpty();
    }

    /**
     * Catches arms that are called different from themselves more often than 95 % allow. Of 400 runs with four equal
     * pairs each, forks of which scatter by 7 %, at most 31 may have a difference: the 99 % quantile of the binomial
     * distribution at 5 %.
     */
    @Test
    void anArmAgainstItselfIsSeldomCalledDifferent() {
        SplittableRandom random = new SplittableRandom(20_19);
        int different = 0;
        for (int run = 0; run < 400; run++) {
            RunMaker maker = new RunMaker();
            for (String benchmark : new String[] {"encode", "decode", "roundTrip", "split"}) {
                double[] drift = random.doubles(5, 100, 200).toArray();
                maker.cell(benchmark + " kryo int", forks(drift, random));
                maker.cell(benchmark + " kryo@same int", forks(drift, random));
            }
            different += ArmComparison.of(maker.run()).cells().stream()
                            .anyMatch(cell ->
                                    cell.status() == CellStatus.REGRESSED || cell.status() == CellStatus.IMPROVED)
                    ? 1
                    : 0;
        }
        assertThat(different).isBetween(1, 31);
    }

    private static double[] forks(double[] drift, SplittableRandom random) {
        return DoubleStream.of(drift)
                .map(each -> each * Math.exp(0.07 * random.nextGaussian()))
                .toArray();
    }

    private static double[] times(double factor) {
        return DoubleStream.of(PLAIN).map(cost -> cost * factor).toArray();
    }
}
