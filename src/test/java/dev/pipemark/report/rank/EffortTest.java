package dev.pipemark.report.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.RunBuilder;
import org.junit.jupiter.api.Test;

/** Catches a wrong number of rounds, and advice to add rounds that change nothing. */
class EffortTest {
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
        assertThat(effort).isEqualTo(new Effort(1, 1, 12));
        assertThat(effort.words()).isEqualTo("1 more round of 1 table, about 12 s in all");
    }

    /** Two equal cells. Even after a thousand rounds, their interval is ±5.7 %. */
    @Test
    void aTableThatAThousandRoundsDoNotDecideTakesNoTime() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 100, 100)
                .cell("encode", "b", "int", "", 40, 100, 250)
                .run());
        assertThat(Effort.toDecide(findings)).isEqualTo(new Effort(0, 0, 0));
        assertThat(Effort.toDecide(findings).words()).isEmpty();
    }
}
