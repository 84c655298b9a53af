package dev.pipemark.report.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Ranking.Rank;
import dev.pipemark.report.rank.Standing.Place;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Catches a printed interval, a place or a winner that the verdicts do not support. */
class RankingTest {
    @Test
    void theVerdictFollowsFromThePrintedInterval() {
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
    void aLoneCellIsNotRanked() {
        Findings findings = new Findings(
                new RunBuilder(3).cell("encode", "a", "int", "", 100, 101, 102).run());
        Rank rank = findings.rank(findings.scores().get(0));
        assertThat(rank.place()).isZero();
        assertThat(rank.word()).isEmpty();
        assertThat(rank.glyph()).isEmpty();
    }

    @Test
    void aCellAloneInFrontIsFastest() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 101, 102)
                .cell("encode", "b", "int", "", 200, 201, 203)
                .cell("decode", "a", "int", "", 100, 101, 102)
                .cell("decode", "b", "int", "", 100, 101, 102)
                .cell("stream", "a", "int", "", 100, 101, 102)
                .cell("stream", "b", "int", "", 50, 51, 50)
                .cell("stream", "few", "int", "", 300, 301)
                .run());
        assertThat(findings.scores().stream().map(score -> findings.rank(score).glyph()))
                .containsExactly("▲", "▼", "△", "≈", "△", "▼", "");
    }

    /** Catches the number of all rounds instead of further rounds, and the time of one cell instead of its table. */
    @Test
    void anInconclusiveCellNamesTheRoundsAndTheTimeThatDecideIt() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 112, 95)
                .cell("encode", "b", "int", "", 108, 104, 121)
                .cell("encode", "b", "int", "arm=2", 109, 106, 119)
                .run());
        Rank open = findings.rank(findings.scores().get(1));
        double more = open.roundsNeeded() - 3;
        assertThat(more).isPositive();
        // Three forks of 3 s in a round.
        assertThat(open.value().detail())
                .endsWith(
                        " ? (" + Names.count((long) more, "more round") + ", about " + Names.duration(9 * more) + ")");
    }

    @Test
    void oneRoundHasNoPlacesAndNoVerdicts() {
        Findings findings = new Findings(CannedRuns.oneRound());
        assertThat(findings.scores()).allSatisfy(score -> {
            assertThat(findings.rank(score).place()).isZero();
            assertThat(findings.rank(score).glyph()).isEmpty();
            assertThat(findings.rank(score).timesBest().hasInterval()).isFalse();
        });
    }

    /** Catches a ratio below 1 of a cell that has too few forks to be the best. */
    @Test
    void aCheaperCellWithTooFewForksHasNoRatio() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 101, 102)
                .cell("encode", "b", "int", "", 200, 201, 203)
                .cell("encode", "few", "int", "", 50, 51)
                .run());
        assertThat(findings.scores().stream()
                        .map(score -> findings.rank(score).timesBest().known()))
                .containsExactly(true, true, false);
    }

    /** Catches a codec that is in front only because its forks scatter so much that no codec is measurably faster. */
    @Test
    void aNoisyCodecIsNotInFront() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 101, 102)
                .cell("encode", "b", "int", "", 160, 161, 163)
                .cell("encode", "c", "int", "", 170, 171, 174)
                .cell("encode", "d", "int", "", 180, 182, 183)
                .cell("encode", "e", "int", "", 190, 191, 193)
                .cell("encode", "wild", "int", "", 30, 500, 9000)
                .run());
        Ranking ranking = findings.ranking(findings.scores().get(0).cell());
        assertThat(findings.scores().stream().map(ranking::placeOf))
                .containsExactly(Place.BEST, Place.SLOWER, Place.SLOWER, Place.SLOWER, Place.SLOWER, Place.VAGUE);
        assertThat(findings.scores().stream().map(score -> findings.rank(score).word()))
                .containsExactly("best", "slower", "slower", "slower", "slower", "inconclusive");
        assertThat(findings.rank(findings.scores().get(0)).glyph()).isEqualTo("△");
    }

    /** Catches a small difference that is reported as noise. */
    @Test
    void aCloseRaceStaysInFront() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 120, 90)
                .cell("encode", "b", "int", "", 110, 100, 105)
                .run());
        Ranking ranking = findings.ranking(findings.scores().get(0).cell());
        assertThat(findings.scores().stream().map(ranking::placeOf)).containsExactly(Place.BEST, Place.OPEN);
    }

    @Test
    void everyVerdictHasAGlyphOfItsOwn() {
        assertThat(Arrays.stream(Verdict.values()).map(Apart::glyph))
                .doesNotHaveDuplicates()
                .doesNotContain("△");
        Findings findings = new Findings(CannedRuns.threeRounds());
        assertThat(findings.scores().stream()
                        .map(score -> findings.rank(score).value().detail()))
                .contains("△")
                .anyMatch(detail -> detail.matches("\\[.*\\] ▼"));
        Findings unranked = new Findings(CannedRuns.oneRound());
        assertThat(unranked.scores())
                .allSatisfy(score ->
                        assertThat(unranked.rank(score).value().detail()).isEmpty());
    }

    @Test
    void aPairIsTheHigherCostOverTheLower() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 101, 102)
                .cell("decode", "a", "int", "", 200, 201, 203)
                .run());
        Score cheap = findings.scores().get(0);
        Score dear = findings.scores().get(1);
        Page.Value over = Apart.value(dear.over(cheap, 0.03), "decode");
        Page.Value under = Apart.value(cheap.over(dear, 0.03), "encode");
        assertThat(over.text()).startsWith("1.99");
        assertThat(over.detail()).matches("\\[1\\.9.*, 2\\..*\\] ▼ decode slower");
        assertThat(under.text()).isEqualTo(over.text());
        assertThat(under.detail()).matches("\\[1\\.9.*, 2\\..*\\] ▲ encode faster");
        assertThat(Apart.value(Judgement.NONE, "a")).isEqualTo(Page.Value.BLANK);
    }
}
