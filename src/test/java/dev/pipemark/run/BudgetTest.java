package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.run.Block.Table;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    private static final Plan PLAN = new Plan(
            "sample",
            3,
            Timing.FULL,
            List.of(
                    new Table()
                            .add(Benchmark.ENCODE, List.of("java", "kryo"), "int", "order")
                            .as("families"),
                    new Table().add(Benchmark.SPLIT, List.of("java"), "order").as("split"),
                    new Table()
                            .add(Benchmark.FIRST_REPLY, List.of("java"), "order")
                            .as("first reply")),
            List.of());

    /** Returns one second per fork: 18 s for the whole plan, 6 s for a round. */
    private static double seconds(Plan plan) {
        return plan.rounds() * plan.cells().size();
    }

    private static Plan fit(int seconds) {
        return Budget.fit(PLAN, Duration.ofSeconds(seconds), BudgetTest::seconds);
    }

    /** Catches a plan that fits and is cut. */
    @Test
    void aPlanThatFitsIsNotCut() {
        assertThat(fit(18)).isEqualTo(PLAN);
    }

    /** Catches blocks or payloads that are removed before rounds. */
    @Test
    void roundsAreRemovedFirst() {
        Plan cut = fit(12);
        assertThat(cut.rounds()).isEqualTo(2);
        assertThat(cut.cells()).isEqualTo(PLAN.cells());
        assertThat(cut.notes()).containsExactly("budget: 2 of 3 rounds");
    }

    /** Catches payloads that are removed before blocks, or the first block before the last. */
    @Test
    void thenTheLastBlocksAreRemoved() {
        Plan cut = fit(5);
        assertThat(cut.rounds()).isOne();
        assertThat(cut.blocks()).extracting(Block::name).containsExactly("families", "split");
        assertThat(cut.notes())
                .containsExactly("budget: 1 of 3 rounds", "budget: left out block 'first reply' (1 cell)");
    }

    /** Catches the first payload that is removed instead of the last. */
    @Test
    void thenTheLastPayloadsAreRemoved() {
        Plan cut = fit(2);
        assertThat(cut.cells()).extracting(Cell::payload).containsOnly("int");
        assertThat(cut.timing()).isEqualTo(PLAN.timing());
        assertThat(cut.notes()).last().isEqualTo("budget: left out payload 'order' (2 cells)");
    }

    /** Catches an empty plan, and a budget that is exceeded without a message. */
    @Test
    void aBudgetThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> fit(1))
                .hasMessage("a budget of 1 s is too short: one round of the smallest plan takes about 2 s");
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "20m, 1200", "1.5h, 5400", "20 min, 1200"})
    void timesAreRead(String written, long seconds) {
        assertThat(Budget.parse(written)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** Catches a bare number that is read in some unit. */
    @ParameterizedTest
    @CsvSource({"20", "m", "20 parsecs", "-5m"})
    void otherTextsAreRefused(String written) {
        assertThatThrownBy(() -> Budget.parse(written)).hasMessageContaining("write 90s, 20m or 1.5h");
    }
}
