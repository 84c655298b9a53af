package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Run;
import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Catches a fault of a run that the report does not mention, and a warning that names no remedy. */
class QualityTest {
    @Test
    void warningsNameTheFix() {
        List<String> lines = lines(CannedRuns.fiveRounds());
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("This machine resolves"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("fewer than 3 A/A pairs of encode", "standard preset"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("stream wild order", "More rounds (-f)"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("fixed arithmetic scattered", "quieter machine"));
    }

    /** Catches a warning that does not say which rounds would find more, and how long they take. */
    @Test
    void moreRoundsAreReportedWithTimeAndCommand() {
        Run run = new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 112, 95)
                .cell("encode", "b", "int", "", 108, 104, 121)
                .run();
        // Two forks of 3 s in a round.
        assertThat(lines(run))
                .anySatisfy(line -> assertThat(line)
                        .matches("This machine resolves .*, or more rounds: run --resume DIR --until 10% continues"
                                + " this run until each headline table resolves 10 %, or has 30 rounds\\."))
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "\\d+ more rounds of 1 table, about .* in all, would decide each inconclusive"
                                                + " cell that a thousand rounds can decide, if differences and scatter stay the same\\."));
    }

    /** Catches a warm-up that was too short for all forks alike, which no comparison between them shows. */
    @Test
    void aGainOfAllForksIsReportedWithANumber() {
        assertThat(lines(sittings(-0.2)))
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "All forks together became faster while they were measured: encode -1[789]\\.\\d %"
                                                + " \\[-\\d+\\.\\d, -\\d+\\.\\d\\]\\. No comparison between these forks shows this, but their"
                                                + " scores are too slow by at least half of this change\\. A longer warm-up helps: .*"));
        assertThat(lines(sittings(0))).noneMatch(line -> line.contains("together became faster"));
    }

    /** Catches a warm-up that was cut short and comes without the number that shows whether it mattered. */
    @Test
    void aWarmUpThatWasCutShortHasTheGainOfTheLaps() {
        Run quiet = sittings(0);
        ForkNote cut = new ForkNote(Map.of(), Map.of(ForkNote.WARM_UP, ForkNote.AT_WORK));
        Run run = new Run(
                quiet.info(),
                quiet.checks(),
                quiet.sizes(),
                quiet.forks().stream().map(fork -> noted(fork, cut)).toList(),
                quiet.end());
        assertThat(lines(run))
                .anySatisfy(line -> assertThat(line)
                        .matches(
                                "The compilers were still at work when the warm-up of 12 forks of 12 ended\\. The cost changed"
                                        + " from the first lap to the last, over all forks: encode [+-]\\d\\.\\d % \\[.*\\]\\."
                                        + " Each gain is at most 5(\\.0)? %, or chance explains it\\."));
    }

    private static Fork noted(Fork fork, ForkNote note) {
        return new Fork(
                        fork.cell(),
                        fork.round(),
                        fork.position(),
                        fork.mode(),
                        fork.unit(),
                        fork.scores(),
                        note,
                        fork.started(),
                        fork.seconds(),
                        null)
                .paired(100);
    }

    /** Three cells in four sittings of eight laps. The logarithms of the costs change by this amount over the laps. */
    private static Run sittings(double change) {
        Run empty = new RunBuilder(4).run();
        Random random = new Random(1);
        List<Fork> forks = new ArrayList<>();
        for (int round = 1; round <= 4; round++) {
            for (String codec : List.of("a", "b", "c")) {
                List<Double> turns = new ArrayList<>();
                for (int lap = 0; lap < 8; lap++) {
                    turns.add(100 * Math.exp(change * lap / 7 + 0.01 * random.nextGaussian()));
                }
                forks.add(new Fork(
                                Cell.of("encode", codec, "int", Map.of()),
                                round,
                                forks.size() + 1,
                                "avgt",
                                "ns/op",
                                turns,
                                ForkNote.EMPTY,
                                Instant.EPOCH,
                                3,
                                null)
                        .paired(100));
            }
        }
        return new Run(empty.info(), List.of(), List.of(), forks, empty.end());
    }

    /** Catches a table that was measured in groups and does not say so, and a joint that failed unnoticed. */
    @Test
    void aTableInGroupsNamesItsJointsAndTheirFailures() {
        List<Fork> forks = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            for (int group = 1; group <= 2; group++) {
                for (String codec : List.of("a", "b", group == 1 ? "c" : "d")) {
                    boolean fails = round == 2 && group == 2 && codec.equals("a");
                    forks.add(new Fork(
                                    Cell.of("encode", codec, "int", Map.of()),
                                    round,
                                    forks.size() + 1,
                                    "avgt",
                                    "ns/op",
                                    fails ? List.of() : List.of(100.0 + 10 * group + forks.size() % 3),
                                    ForkNote.EMPTY,
                                    Instant.EPOCH,
                                    3,
                                    fails ? "refused" : null)
                            .in(group));
                }
            }
        }
        Run plan = new RunBuilder(3)
                .cell("encode", "a", "int", "")
                .cell("encode", "b", "int", "")
                .cell("encode", "c", "int", "")
                .cell("encode", "d", "int", "")
                .run();
        Run run = new Run(plan.info(), List.of(), List.of(), forks, plan.end());
        assertThat(lines(run))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "1 table had too many forks for one sitting, and was measured in groups: encode int in 2"
                                        + " groups, joined by a and b."))
                .contains("1 cell got fewer forks than planned, or left threads running. The row says which.");
        Findings findings = new Findings(run);
        assertThat(findings.scores()).allSatisfy(score -> {
            assertThat(score.means()).hasSize(3);
            assertThat(score.estimate().forks()).isEqualTo(3);
        });
        assertThat(findings.scores().get(0).reason()).isEqualTo("5 of 6 forks; round 2: refused");
    }

    @Test
    void aQuietRunGetsNoAdvice() {
        RunBuilder run = new RunBuilder(3).cell("fixedArithmetic", "-", "-", "", 1_000, 1_001, 1_000);
        for (String codec : List.of("a", "b", "c")) {
            run.cell("encode", codec, "int", "", 100, 101, 100.5)
                    .cell("encode", codec, "int", "arm=2", 100.2, 100.9, 100.6);
        }
        assertThat(lines(run.run()))
                .singleElement()
                .asString()
                .contains("This machine resolves")
                .doesNotContain("-f");
    }

    @Test
    void oneRoundClaimsNoResolution() {
        assertThat(lines(CannedRuns.oneRound())).isNotEmpty().noneMatch(line -> line.contains("resolves"));
    }

    /** Catches stolen time that is diluted by a long uptime, and stolen time from before the run. */
    @Test
    void timeTakenByTheHypervisorIsReported() {
        RunBuilder taken = new RunBuilder(1)
                .load("steal", "0.50 %", "0.51 %")
                .load("ticks.steal", "5000000", "5000200")
                .load("ticks.all", "1000000000", "1000001000");
        assertThat(lines(taken.run())).anyMatch(line -> line.contains("took 20 % of this machine's CPU time"));
        RunBuilder before = new RunBuilder(1)
                .load("steal", "5.00 %", "5.00 %")
                .load("ticks.steal", "50000000", "50000001")
                .load("ticks.all", "1000000000", "1000100000");
        assertThat(lines(before.run())).noneMatch(line -> line.contains("hypervisor"));
    }

    private static List<String> lines(Run run) {
        Findings findings = new Findings(run);
        return Quality.lines(findings, Controls.of(findings));
    }
}
