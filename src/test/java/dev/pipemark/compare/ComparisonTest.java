package dev.pipemark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.RunMaker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a missed or false regression, and a lost cell. */
class ComparisonTest {
    private static final String A = "encode a int";
    private static final String B = "encode b int";
    private static final String C = "encode c int";
    private static final String D = "encode d int";
    private static final String WORK = "fixedArithmetic - -";
    private static final String S = "stream a int window=64";

    /**
     * Computed with SciPy 1.17.1:
     * {@code ttest_ind(log(new), log(base), equal_var=False).confidence_interval(1 - 0.05 / 5)} for five compared
     * cells, exponentiated. For streamed rates, the logarithms are those of the reciprocals.
     */
    @ParameterizedTest
    @CsvSource({
        "encode a int, REGRESSED, 1.209128904549131, 1.1501331064625613, 1.2711508777560536",
        "encode b int, IMPROVED, 0.7504914785803974, 0.7396586246046858, 0.7614829878078095",
        "encode c int, EQUIVALENT, 1.0023980899525071, 0.9975686046409874, 1.007250956040312",
        "encode d int, INCONCLUSIVE, 1.092388464140373, 0.8122878923062273, 1.4690758878590937",
        "stream a int window=64, REGRESSED, 1.111085503877866, 1.0706585220741307, 1.1530389675841535",
    })
    void ratiosAgreeWithWelch(String key, CellStatus status, double ratio, double lower, double upper) {
        Comparison comparison = compare(
                new RunMaker()
                        .cell(A, 100, 104, 98, 101, 99)
                        .cell(B, 200, 202, 199, 201, 200)
                        .cell(C, 50, 50.2, 49.9, 50.1, 50)
                        .cell(D, 10, 13, 9, 12, 11)
                        .cell(S, 1000, 1010, 990),
                new RunMaker()
                        .cell(A, 120, 126, 118, 122, 121)
                        .cell(B, 150, 151, 149, 152, 150)
                        .cell(C, 50.3, 50.1, 50.2, 50, 50.2)
                        .cell(D, 12, 14, 10, 13, 11)
                        .cell(S, 900, 905, 895));
        assertThat(comparison.intervals()).isEqualTo(5);
        ComparedCell cell = cell(comparison, key);
        assertThat(cell.status()).isEqualTo(status);
        assertThat(cell.ratio().value()).isCloseTo(ratio, within(1e-9));
        assertThat(cell.ratio().lower()).isCloseTo(lower, within(1e-7));
        assertThat(cell.ratio().upper()).isCloseTo(upper, within(1e-7));
        assertThat(cell.delta()).isEqualTo(0.03);
    }

    /** Catches scores of ten calls each that are compared with scores of single calls. */
    @Test
    void cellsWithOtherOperationCountAreNotComparable() {
        ComparedCell cell = compare(
                        new RunMaker().noted("-opi", "1").cell(A, 10, 10, 10),
                        new RunMaker().noted("-opi", "10").cell(A, 1, 1, 1))
                .cells()
                .get(0);
        assertThat(cell.status()).isEqualTo(CellStatus.NOT_COMPARABLE);
        assertThat(cell.reason()).isEqualTo("the number of operations per invocation (-opi) differs (base 1, new 10)");
    }

    /**
     * Catches intervals that are not widened for the number of cells: among forty cells, every second run would show a
     * false change. Computed with SciPy as above: 1 cell [1.0262742345802782, 1.0896662111676478], 40 cells
     * [0.9924313070445095, 1.1268249488666275].
     */
    @Test
    void intervalsWidenWithNumberOfCells() {
        RunMaker base = new RunMaker().cell(A, 100, 103, 98, 101, 102);
        RunMaker candidate = new RunMaker().cell(A, 106, 108, 103, 107, 109);
        ComparedCell alone = cell(compare(base, candidate), A);
        assertThat(alone.status()).isEqualTo(CellStatus.REGRESSED);
        assertThat(alone.ratio().lower()).isCloseTo(1.0262742345802782, within(1e-7));
        assertThat(alone.ratio().upper()).isCloseTo(1.0896662111676478, within(1e-7));
        for (int other = 1; other < 40; other++) {
            base.cell("decode c" + other + " int", 1, 1.1, 1.2);
            candidate.cell("decode c" + other + " int", 1, 1.1, 1.2);
        }
        ComparedCell among = cell(compare(base, candidate), A);
        assertThat(among.status()).isEqualTo(CellStatus.INCONCLUSIVE);
        assertThat(among.ratio().lower()).isCloseTo(0.9924313070445095, within(1e-7));
        assertThat(among.ratio().upper()).isCloseTo(1.1268249488666275, within(1e-7));
    }

    /** Catches a slower machine that makes every codec look slower. */
    @Test
    void slowerMachineIsNotARegression() {
        RunMaker base = new RunMaker().cell(A, 100, 101, 100, 99, 100).cell(WORK, 1_000, 1_001, 999);
        Comparison slower =
                compare(base, new RunMaker().cell(A, 108, 109, 108, 107, 108).cell(WORK, 1_080, 1_081, 1_079));
        assertThat(cell(slower, A).status()).isEqualTo(CellStatus.INCONCLUSIVE);
        assertThat(slower.regressed()).isFalse();
        assertThat(slower.surroundings().unknowns()).anyMatch(unknown -> unknown.contains("× 1.08"));
        Comparison same =
                compare(base, new RunMaker().cell(A, 108, 109, 108, 107, 108).cell(WORK, 1_010, 1_011, 1_009));
        assertThat(cell(same, A).status()).isEqualTo(CellStatus.REGRESSED);
        assertThat(same.surroundings().unknowns()).noneMatch(unknown -> unknown.contains("×"));
        assertThat(compare(base, new RunMaker().cell(A, 108)).surroundings().unknowns())
                .anyMatch(unknown -> unknown.contains("no interval is widened"));
    }

    /** Catches a certain change of 2 % that is reported although it is within δ. */
    @Test
    void certainDifferenceWithinDeltaIsEquivalent() {
        Comparison comparison =
                compare(new RunMaker().cell(A, 100, 100.1, 99.9), new RunMaker().cell(A, 102, 102.1, 101.9));
        assertThat(cell(comparison, A).ratio().lower()).isGreaterThan(1);
        assertThat(cell(comparison, A).status()).isEqualTo(CellStatus.EQUIVALENT);
    }

    /** Catches the use of the smaller δ. By hand: the base's repeated cells differ by 8 %. */
    @Test
    void deltaIsTheLargerOfBothRuns() {
        RunMaker base = new RunMaker().cell(A, 100, 100.1, 99.9);
        for (String codec : List.of("x", "y", "z")) {
            base.cell("encode " + codec + " int", 100, 100, 100).cell("encode " + codec + " int arm=2", 108, 108, 108);
        }
        Comparison comparison = compare(base, new RunMaker().cell(A, 105, 105.1, 104.9));
        assertThat(cell(comparison, A).delta()).isCloseTo(0.08, within(1e-9));
        assertThat(cell(comparison, A).status()).isEqualTo(CellStatus.EQUIVALENT);
        assertThat(cell(compare(new RunMaker().cell(A, 105, 105.1, 104.9), base), A)
                        .delta())
                .isCloseTo(0.08, within(1e-9));
    }

    /** Catches a verdict from one or two forks, even if they do not scatter. */
    @Test
    void fewerThanThreeForksAreInconclusive() {
        Comparison comparison = compare(new RunMaker().cell(A, 100, 100), new RunMaker().cell(A, 200, 200, 200));
        ComparedCell cell = cell(comparison, A);
        assertThat(cell.status()).isEqualTo(CellStatus.INCONCLUSIVE);
        assertThat(cell.reason()).isEqualTo("fewer than 3 forks (base 2, new 3)");
        assertThat(cell.ratio().value()).isCloseTo(2, within(1e-9));
        assertThat(cell.ratio().hasInterval()).isFalse();
        assertThat(comparison.intervals()).isZero();
        assertThat(comparison.regressed()).isFalse();
    }

    /** Catches a division by zero for forks without scatter, or for a score of zero. */
    @Test
    void untestableScoresAreInconclusive() {
        Comparison comparison = compare(
                new RunMaker().cell(A, 100, 100, 100).cell(B, 0, 1, 1),
                new RunMaker().cell(A, 200, 200, 200).cell(B, 1, 1, 1));
        assertThat(cell(comparison, A).status()).isEqualTo(CellStatus.REGRESSED);
        assertThat(cell(comparison, A).ratio().upper()).isCloseTo(2, within(1e-9));
        assertThat(cell(comparison, B).status()).isEqualTo(CellStatus.INCONCLUSIVE);
        assertThat(cell(comparison, B).reason()).contains("not a positive");
    }

    /** Catches a failed or missing cell that is lost, or confused with another. */
    @Test
    void everyCellHasOneStatus() {
        Comparison comparison = compare(
                new RunMaker()
                        .cell(A, 1, 1, 1)
                        .cell(B)
                        .failure(C, "was broken")
                        .failure(D, "was broken")
                        .cell("encode e int", 1, 1, 1)
                        .cell("encode f int", 1, 1, 1)
                        .cell("encode g int")
                        .check("h", "int", PairCheck.Fate.DIED, "SIGSEGV")
                        .cell("encode h int")
                        .end("interrupted"),
                new RunMaker()
                        .failure(A, "no answer within 30 s")
                        .cell(B, 1, 1, 1)
                        .cell(C, 1, 1, 1)
                        .failure(D, "is broken")
                        .cell("encode f int", 1, 1)
                        .failure("encode f int", "the fork died")
                        .cell("encode g int")
                        .cell("encode h int", 1, 1, 1)
                        .check("i", "int", PairCheck.Fate.UNSUPPORTED, "no mapping")
                        .cell("encode i int")
                        .end("interrupted"));
        assertThat(comparison.cells())
                .extracting(cell -> cell.cell().codec() + " " + cell.status().label())
                .containsExactly(
                        "a new failure",
                        "b only in new",
                        "c fixed",
                        "d no score in either",
                        "e only in base",
                        "f inconclusive",
                        "g no score in either",
                        "h fixed",
                        "i only in new");
        assertThat(cell(comparison, A).reason()).contains("no answer within 30 s");
        assertThat(cell(comparison, "encode f int").reason()).contains("1 of 3 forks failed", "the fork died");
        assertThat(cell(comparison, "encode h int").reason()).contains("SIGSEGV");
        assertThat(comparison.counts()).containsEntry(CellStatus.FIXED, 2).containsEntry(CellStatus.REGRESSED, 0);
        assertThat(comparison.regressed()).isTrue();
    }

    /** Catches a pair that no longer arrives and goes unnoticed because it is not timed. */
    @Test
    void triedPairsWithoutCellsAreCompared() {
        Comparison comparison = compare(
                new RunMaker()
                        .check("a", "tree", PairCheck.Fate.EXACT, "")
                        .check("b", "tree", PairCheck.Fate.DIED, "exit code 7")
                        .check("c", "tree", PairCheck.Fate.EXACT, ""),
                new RunMaker()
                        .check("a", "tree", PairCheck.Fate.DIFFERENT, "a null")
                        .check("b", "tree", PairCheck.Fate.EXACT, "")
                        .check("c", "tree", PairCheck.Fate.EXACT, ""));
        assertThat(comparison.cells()).hasSize(2);
        assertThat(cell(comparison, "trial a tree").status()).isEqualTo(CellStatus.NEW_FAILURE);
        assertThat(cell(comparison, "trial a tree").reason()).contains("a null");
        assertThat(cell(comparison, "trial b tree").status()).isEqualTo(CellStatus.FIXED);
    }

    /** Catches an ignored growth by one byte in compressed size, and equal sizes that are listed. */
    @Test
    void sizesAreComparedExactly() {
        Comparison comparison = compare(
                new RunMaker()
                        .size("a", "int", 100, 50)
                        .size("b", "int", 100, 50)
                        .size("c", "int", 100, 50),
                new RunMaker()
                        .size("a", "int", 100, 50)
                        .size("b", "int", 100, 51)
                        .size("c", "int", 110, 50));
        assertThat(comparison.sizes()).extracting(size -> size.base().codec()).containsExactly("b", "c");
        assertThat(comparison.sizes().get(0).relative()).isZero();
        assertThat(comparison.sizes().get(1).relative()).isCloseTo(0.1, within(1e-12));
    }

    /** Catches means that are not over forks, and flags below 1 % or below a byte. */
    @Test
    void allocationsAreMeansAndFlaggedAboveOnePercent() {
        Comparison comparison = compare(
                new RunMaker()
                        .cell(A, Map.of(Metric.PARENT_ALLOCATION, 1000.0, Metric.WORKER_ALLOCATION, 0.0), 1)
                        .cell(A, Map.of(Metric.PARENT_ALLOCATION, 1200.0, Metric.WORKER_ALLOCATION, 0.0), 1)
                        .cell(B, Map.of(Metric.PARENT_ALLOCATION, 0.25), 1)
                        .cell(C, Map.of(Metric.PARENT_ALLOCATION, 5.0), 1),
                new RunMaker()
                        .cell(A, Map.of(Metric.PARENT_ALLOCATION, 1110.0, Metric.WORKER_ALLOCATION, 16.0), 1)
                        .cell(B, Map.of(Metric.PARENT_ALLOCATION, 0.5), 1)
                        .cell(C, 1));
        assertThat(comparison.allocations())
                .containsExactly(
                        new AllocationDifference(RunMaker.named(A), Metric.PARENT_ALLOCATION, 1100, 1110),
                        new AllocationDifference(RunMaker.named(A), Metric.WORKER_ALLOCATION, 0, 16),
                        new AllocationDifference(RunMaker.named(B), Metric.PARENT_ALLOCATION, 0.25, 0.5));
        assertThat(comparison.allocations())
                .extracting(AllocationDifference::flagged)
                .containsExactly(false, true, false);
        assertThat(new AllocationDifference(RunMaker.named(A), Metric.PARENT_ALLOCATION, 1000, 1011).flagged())
                .isTrue();
        assertThat(comparison.allocations().get(1).relative()).isInfinite();
    }

    /**
     * Catches measurements of two machines, two Java versions or two sets of values that are compared without a
     * warning.
     */
    @ParameterizedTest
    @CsvSource({
        "cpu.model, Other CPU, the CPU model differs (base: Example CPU; new: Other CPU)",
        "jdk.vm, Example VM 25+1, the JDK differs (base: Example VM 17.0.1+1; new: Example VM 25+1)",
        "jdk.vendor, Other, the JDK's vendor differs (base: Example; new: Other)",
    })
    void differentMachineOrJavaIsObstacle(String fact, String value, String obstacle) {
        Surroundings around =
                compare(new RunMaker(), new RunMaker().fact(fact, value)).surroundings();
        assertThat(around.obstacles()).containsExactly(obstacle);
        assertThat(around.differences()).extracting(EnvironmentDifference::what).contains(fact);
    }

    @Test
    void differentValuesAreObstacleAndMissingDigestsAreReported() {
        RunMaker base = new RunMaker()
                .payload("int", "aa")
                .payload("long", "bb")
                .payload("old", "")
                .cell(WORK, 1_000);
        Surroundings around = compare(
                        base,
                        new RunMaker()
                                .payload("int", "ab")
                                .payload("long", "bb")
                                .payload("old", "cc")
                                .cell(WORK, 1_000))
                .surroundings();
        assertThat(around.obstacles()).containsExactly("the values of int differ (payload digest)");
        assertThat(around.unknowns()).singleElement().asString().contains("values of old");
        Surroundings older = compare(base, new RunMaker().payload("int", "").cell(WORK, 1_000))
                .surroundings();
        assertThat(older.obstacles()).isEmpty();
        assertThat(older.unknowns()).singleElement().asString().contains("new: ", "no payload digest");
    }

    /** Catches load that is listed as a difference, a harmless unknown that is listed, and a missing kernel. */
    @Test
    void otherFactsAreOnlyListed() {
        Surroundings around = compare(
                        new RunMaker(),
                        new RunMaker().fact("kernel", "7").fact("load1", "2.00").fact("cpu.model", "unknown"))
                .surroundings();
        assertThat(around.obstacles()).isEmpty();
        assertThat(around.differences())
                .contains(new EnvironmentDifference("kernel", "not recorded", "7"))
                .extracting(EnvironmentDifference::what)
                .doesNotContain("load1");
    }

    /** Catches a regression that comes from a warm-up that was too short. */
    @Test
    void unsettledForksAreReported() {
        Comparison comparison = compare(
                new RunMaker().cell(A, 100, 101, 102),
                new RunMaker().cell(A, Map.of(Metric.PARENT_JIT, 30.0), 200, 201, 202));
        assertThat(cell(comparison, A).status()).isEqualTo(CellStatus.REGRESSED);
        assertThat(cell(comparison, A).reason()).isEqualTo("new: not settled");
    }

    private static Comparison compare(RunMaker base, RunMaker candidate) {
        return Comparison.of(ComparedRun.of("base", base.run()), ComparedRun.of("new", candidate.run()));
    }

    private static ComparedCell cell(Comparison comparison, String key) {
        return comparison.cells().stream()
                .filter(cell -> cell.cell().key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
