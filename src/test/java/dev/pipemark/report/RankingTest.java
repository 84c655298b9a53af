package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.Ranking.Rank;
import dev.pipemark.result.Judgement;
import dev.pipemark.result.Verdict;
import org.junit.jupiter.api.Test;

/** Catches a printed interval that is not the verdict's, a place that no verdict stands for, and a winner that is none. */
class RankingTest {
    @Test
    void theIntervalIsTheOneTheVerdictWasReadOff() {
        Findings findings = new Findings(CannedRuns.fiveRounds());
        for (Score score : findings.scores()) {
            Rank rank = findings.rank(score);
            Judgement judgement = rank.againstBest();
            if (judgement != null && judgement.verdict() != null) {
                double delta = findings.delta(score.cell().benchmark());
                assertThat(rank.word())
                        .as(score.cell().key())
                        .isEqualTo(Verdict.of(rank.timesBest(), delta).word());
            }
        }
        assertThat(findings.scores().stream().map(score -> findings.rank(score).word()))
                .contains("best", "slower", "tied", "inconclusive", "");
    }

    @Test
    void aLoneCellHasNothingToBeFastestOf() {
        Findings findings = new Findings(
                new RunBuilder(3).cell("encode", "a", "int", "", 100, 101, 102).run());
        Rank rank = findings.rank(findings.scores().get(0));
        assertThat(rank.place()).isZero();
        assertThat(rank.word()).isEmpty();
        assertThat(rank.words()).isEmpty();
    }

    @Test
    void fastestIsWhoIsAloneInFront() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 101, 102)
                .cell("encode", "b", "int", "", 200, 201, 203)
                .cell("decode", "a", "int", "", 100, 101, 102)
                .cell("decode", "b", "int", "", 100, 101, 102)
                .cell("stream", "a", "int", "", 100, 101, 102)
                .cell("stream", "b", "int", "", 50, 51, 50)
                .cell("stream", "few", "int", "", 300, 301)
                .run());
        assertThat(findings.scores().stream().map(score -> findings.rank(score).words()))
                .containsExactly("fastest", "slower", "lowest", "tied", "lowest", "slower", "");
    }

    @Test
    void oneRoundHasNoPlacesAndNoVerdicts() {
        Findings findings = new Findings(CannedRuns.oneRound());
        assertThat(findings.scores()).allSatisfy(score -> {
            assertThat(findings.rank(score).place()).isZero();
            assertThat(findings.rank(score).words()).isEmpty();
            assertThat(findings.rank(score).timesBest().hasInterval()).isFalse();
        });
    }
}
