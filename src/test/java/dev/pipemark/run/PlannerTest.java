package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Copies;
import dev.pipemark.record.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private final Planner planner = new Planner(Benchmarks.onClassPath(), Samples.OFFER);

    /** Catches a regular expression that has another meaning than in JMH. */
    @Test
    void anExpressionFiltersThePreset() {
        assertThat(plan("", "", "encode$").cells())
                .isNotEmpty()
                .extracting(Cell::benchmark)
                .containsOnly("encode");
    }

    /** Catches missing pairs of codecs and payloads, and parameters that are not the headline's. */
    @Test
    void eachCodecIsPairedWithEachPayload() {
        List<Cell> cells = plan("kryo*,java", "instances/*").blocks().get(0).cells();
        assertThat(cells).hasSize(3 * 2 * 4);
        assertThat(cells).contains(Benchmark.STREAM.cell("kryo-registered", "order"));
        assertThat(cells).contains(Cell.of("encode", "java", "media-content", Map.of()));
    }

    /** Catches a choice of codecs without controls for its numbers. */
    @Test
    void aChoiceHasControlsUnlessItsBenchmarksWereNamed() {
        List<Block> blocks = plan("kryo*,java", "instances/*").blocks();
        assertThat(blocks).extracting(Block::name).containsExactly("selected", "controls");
        List<Cell> controls = blocks.get(1).cells();
        for (String benchmark : List.of("stream", "roundTrip", "encode", "decode")) {
            assertThat(controls)
                    .filteredOn(cell -> cell.benchmark().equals(benchmark) && Copies.again(cell))
                    .hasSize(3);
        }
        assertThat(controls).extracting(Cell::benchmark).contains("fixedArithmetic", "echoFrame");
        assertThat(plan("kryo*,java", "instances/*", "encode").blocks())
                .extracting(Block::name)
                .containsExactly("selected");
    }

    /** Catches controls that take only some codecs and are planned for all, and frames of bytes with other payloads. */
    @Test
    void aControlTakesOnlyItsListedValues() {
        assertThat(plan("*", "*", "echoFrame").cells())
                .containsExactly(Benchmark.ECHO_FRAME.cell(Cell.NONE, "bytes-64"));
    }

    /** Catches timed payloads that are tied to a process. */
    @Test
    void resourcesAreNeverTimed() {
        assertThat(plan("java", "*").cells()).extracting(Cell::payload).doesNotContain("socket");
    }

    /** Catches {@code -p window=1,16} that replaces nothing, or multiplies cells that have no window. */
    @Test
    void otherParametersReplaceTheHeadlines() {
        Selection selection = new Selection(
                "",
                List.of("stream", "encode"),
                List.of(),
                List.of("java"),
                List.of("int"),
                Map.of("window", List.of("1", "16")),
                0);
        assertThat(planner.plan(selection, Samples.options()).cells())
                .extracting(Cell::key)
                .containsExactlyInAnyOrder(
                        "encode java int",
                        "stream java int transport=pipe window=1",
                        "stream java int transport=pipe window=16");
    }

    /** Catches the number of a copy that is dropped as an unknown parameter. */
    @Test
    void anyCellCanHaveACopy() {
        Selection selection = new Selection(
                "",
                List.of("encode$"),
                List.of(),
                List.of("java"),
                List.of("int"),
                Map.of(Parameter.COPY.id(), List.of("1", "2", "3")),
                0);
        assertThat(planner.plan(selection, Samples.options()).cells())
                .extracting(Cell::key)
                .containsExactly("encode java int", "encode java int arm=2", "encode java int arm=3");
    }

    /** Catches two modes in one cell, where they would be averaged. */
    @Test
    void eachModeIsASeparateCell() {
        Selection selection =
                new Selection("", List.of("encode"), List.of(), List.of("java"), List.of("int"), Map.of(), 0);
        assertThat(planner.plan(selection, Samples.options("-bm", "avgt,ss")).cells())
                .extracting(Cell::key)
                .containsExactly("encode java int mode=avgt", "encode java int mode=ss");
    }

    /** Catches an empty plan for a benchmark that the short preset lacks. */
    @Test
    void aBenchmarkThatOnlyALongerPresetHasIsFound() {
        Plan plan = plan("", "", "firstReply");
        assertThat(plan.cells()).isNotEmpty();
        assertThat(plan.notes()).first().asString().contains("standard");
    }

    @ParameterizedTest
    @CsvSource({
        "'', krio, '', codec, krio",
        "'', '', ordr, payload, ordr",
        "'', '', instance/*, payload, instance/*",
        "quik, '', '', preset, quik"
    })
    void anUnknownNameIsReported(String preset, String codecs, String payloads, String kind, String name) {
        Selection selection = new Selection(preset, List.of(), List.of(), split(codecs), split(payloads), Map.of(), 0);
        assertThatThrownBy(() -> planner.plan(selection, Samples.options()))
                .isInstanceOfSatisfying(UnknownNameException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.name()).isEqualTo(name);
                });
    }

    /** Catches a mistyped parameter that is ignored, and a preset's name for other cells. */
    @Test
    void aParameterMustBelongToABenchmark() {
        assertThatThrownBy(() -> planner.plan(parameter("windw"), Samples.options()))
                .isInstanceOfSatisfying(UnknownNameException.class, e -> {
                    assertThat(e.kind()).isEqualTo("parameter");
                    assertThat(e.name()).isEqualTo("windw");
                });
        assertThat(planner.plan(parameter("window"), Samples.options()).name()).isEqualTo("custom");
    }

    private static Selection parameter(String name) {
        return new Selection("quick", List.of(), List.of(), List.of(), List.of(), Map.of(name, List.of("1")), 0);
    }

    /** Catches a {@code -f} that does not set the rounds of a preset. */
    @Test
    void roundsAreTheRequestedOnes() {
        assertThat(planner.plan(
                                new Selection("", List.of(), List.of(), List.of(), List.of(), Map.of(), 7),
                                Samples.options())
                        .rounds())
                .isEqualTo(7);
        assertThat(plan("", "").rounds()).isEqualTo(3);
        assertThat(plan("", "").name()).isEqualTo("quick");
    }

    private Plan plan(String codecs, String payloads, String... includes) {
        return planner.plan(
                new Selection("", List.of(includes), List.of(), split(codecs), split(payloads), Map.of(), 0),
                Samples.options());
    }

    private static List<String> split(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
    }
}
