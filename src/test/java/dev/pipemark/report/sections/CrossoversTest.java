package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.SweepRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches a crossing that the verdicts do not stand for, and one that is put where the lines do not meet. */
class CrossoversTest {
    @Test
    void linesCrossWhereTheyMeetOnLogarithmicAxes() {
        // Twice as fast at 10, half as fast at 1,000, alike at 100: half way between on a logarithmic axis.
        Findings findings = sweep(2, 1, 0.5);
        List<Crossovers.Crossing> crossings = Crossovers.of(findings, rows(findings));
        assertThat(crossings).singleElement().satisfies(crossing -> {
            assertThat(crossing.small().contender().codec()).isEqualTo("a");
            assertThat(crossing.large().contender().codec()).isEqualTo("b");
            assertThat(crossing.from()).isEqualTo(10);
            assertThat(crossing.to()).isEqualTo(1000);
            assertThat(crossing.at()).isCloseTo(100, within(5.0));
        });
        assertThat(claims(findings))
                .containsExactly("list: a is faster at 10, b at 1,000; the lines cross near "
                        + Scale.significant(crossings.get(0).at(), 2));
    }

    @Test
    void neighboursThatDifferAreTheBracket() {
        Findings findings = sweep(4, 2, 0.5);
        assertThat(Crossovers.of(findings, rows(findings))).singleElement().satisfies(crossing -> {
            assertThat(crossing.from()).isEqualTo(100);
            assertThat(crossing.to()).isEqualTo(1000);
            assertThat(crossing.at()).isCloseTo(316, within(10.0));
        });
    }

    @Test
    void linesThatCrossWithoutAVerdictDoNot() {
        Findings findings = sweep(2, 1.2, 0.999);
        assertThat(Crossovers.of(findings, rows(findings))).isEmpty();
        assertThat(claims(findings)).containsExactly("list: no crossover that the intervals support");
    }

    @Test
    void oneRoundSaysNothingOfCrossings() {
        Findings findings = new Findings(new RunBuilder(1)
                .cell("stream", "a", "list-10", "", 200)
                .cell("stream", "b", "list-10", "", 100)
                .cell("stream", "a", "list-100", "", 10)
                .cell("stream", "b", "list-100", "", 20)
                .run());
        assertThat(claims(findings)).isEmpty();
    }

    /** {@code a} beside {@code b} at 10, 100 and 1,000. */
    private static Findings sweep(double... times) {
        RunBuilder run = new RunBuilder(3);
        long size = 10;
        for (double faster : times) {
            double rate = 1e6 / size;
            run.cell("stream", "a", "list-" + size, "", rate * faster, 1.01 * rate * faster, 1.003 * rate * faster)
                    .cell("stream", "b", "list-" + size, "", rate, 1.004 * rate, 1.01 * rate);
            size *= 10;
        }
        return new Findings(run.run());
    }

    private static List<SweepRow> rows(Findings findings) {
        return SweepSection.sized(findings).getOrDefault("list", List.of());
    }

    private static List<String> claims(Findings findings) {
        return Crossovers.claims(findings, "list", "size-sweep-list", rows(findings)).stream()
                .map(Page.Claim::text)
                .toList();
    }
}
