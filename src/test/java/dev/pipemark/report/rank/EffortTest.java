package dev.pipemark.report.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.RunBuilder;
import org.junit.jupiter.api.Test;

/** Catches advice with a wrong number of rounds, and advice to add rounds that change nothing. */
class EffortTest {
    /** The difference that ten rounds of {@link #pair} find: λ of {@code scipy.stats.nct} for 9 degrees of freedom, times 0.01. */
    private static final double OF_TEN_ROUNDS = Math.expm1(3.1496356782741266 * 0.01);

    /**
     * The table of JudgementsTest. Half the width of its intervals, on logarithms, is 0.029977 after five rounds and below
     * 0.027366 after six. The pairs (b, a) and (d, a) are decided below 0.027369 and 0.02784. A fork takes three seconds.
     */
    @Test
    void decidingTakesTheRoundsOfEveryPairWithTheBest() {
        Findings findings = new Findings(new RunBuilder(5)
                .cell("encode", "a", "int", "", 100, 104, 98, 101, 103)
                .cell("encode", "b", "int", "", 103, 105, 103, 102, 107)
                .cell("encode", "c", "int", "", 131, 140, 128, 133, 137)
                .cell("encode", "d", "int", "", 99, 106, 97, 103, 102)
                .run());
        Effort effort = Effort.toDecide(findings);
        assertThat(effort).isEqualTo(new Effort(1, 1, 12, 0));
        assertThat(effort.words()).isEqualTo("1 more round of 1 table, about 12 s in all");
    }

    /** Two equal cells. Even after a thousand rounds, their interval is ±5.7 %. */
    @Test
    void aTableThatAThousandRoundsDoNotDecideTakesNoTime() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 100, 100)
                .cell("encode", "b", "int", "", 40, 100, 250)
                .run());
        assertThat(Effort.toDecide(findings)).isEqualTo(new Effort(0, 0, 0, 1));
        assertThat(Effort.toDecide(findings).words()).isEmpty();
    }

    /** The second table resolves enough. The third has a core for each side, and further rounds do not continue such tables. */
    @Test
    void resolvingTakesTheFewestRoundsThatAreEnoughOfHeadlineTables() {
        RunBuilder run = new RunBuilder(5);
        pair(run, "encode", "int", "", 0.02);
        pair(run, "encode", "order", "", 0.0001);
        pair(run, "stream", "order", "cores=2", 0.02);
        Findings findings = new Findings(run.run());
        assertThat(Effort.toResolve(OF_TEN_ROUNDS * 1.0001, findings)).isEqualTo(new Effort(1, 5, 30, 0));
        assertThat(Effort.toResolve(OF_TEN_ROUNDS * 0.9999, findings)).isEqualTo(new Effort(1, 6, 36, 0));
    }

    /** Catches the advice to continue with --until although its thirty rounds are not enough. */
    @Test
    void aTableThatThirtyRoundsDoNotResolveTakesNoTime() {
        RunBuilder run = new RunBuilder(5);
        pair(run, "encode", "int", "", 0.02);
        pair(run, "roundTrip", "int", "", 0.2);
        assertThat(Effort.toResolve(OF_TEN_ROUNDS * 1.0001, new Findings(run.run())))
                .isEqualTo(new Effort(1, 5, 30, 1));
    }

    /** Two cells whose logarithms differ by 0, 1 and 2 steps to either side: their standard deviation is √2.5 steps. */
    private static void pair(RunBuilder run, String benchmark, String payload, String parameters, double step) {
        double[] other = new double[5];
        for (int round = 0; round < other.length; round++) {
            other[round] = 100 * Math.exp(step * (round - 2));
        }
        run.cell(benchmark, "a", payload, parameters, 100, 100, 100, 100, 100)
                .cell(benchmark, "b", payload, parameters, other);
    }
}
