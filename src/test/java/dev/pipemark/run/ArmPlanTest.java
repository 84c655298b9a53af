package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.WireFormat;
import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.Options;

class ArmPlanTest {
    private static final Arm OLD =
            new Arm("old", List.of("/old.jar"), null, List.of(), Map.of("org.example:kryo-registered", "1.0"), "");
    private static final Arm BASED = new Arm("based", List.of("/b.jar"), null, List.of(), Map.of("x:y", "2"), "");
    private static final Arm FLAGS = new Arm("zgc", List.of(), null, List.of("-XX:+UseZGC"), Map.of(), "");

    private static final Arm PYTHON = Arm.ofWorker("python", "/x/worker.py");

    /** A format for one codec only. */
    private static final Formats JSON_ONLY =
            (codec, payload) -> codec.equals("jackson-json") ? Optional.of(WireFormat.JSON) : Optional.empty();

    /** Catches an arm whose cells are not in the table in which they are compared, or do not run with it. */
    @Test
    void aCodecInAnArmSitsWithTheSameCodecOutsideOfTheArm() {
        Plan plan = plan(List.of(OLD), "kryo-registered", "java");
        List<String> encodes = plan.cells().stream()
                .filter(cell -> cell.benchmark().equals("encode"))
                .map(Cell::key)
                .toList();
        assertThat(encodes)
                .containsExactly(
                        "encode kryo-registered order",
                        "encode kryo-registered@old order",
                        "encode java order",
                        "encode kryo-registered order arm=2",
                        "encode java order arm=2");
        List<List<PlannedFork>> sittings = Schedule.sittings(Schedule.of(plan.cells(), 1, Order.SIDE_BY_SIDE, 1));
        assertThat(sittings)
                .filteredOn(sitting -> sitting.get(0).cell().benchmark().equals("encode"))
                .singleElement()
                .satisfies(sitting -> assertThat(sitting).hasSize(5));
        assertThat(plan.notes())
                .containsExactly("arm old (org.example:kryo-registered 1.0 from old.jar): kryo-registered;"
                        + " not in it, since they use another library: java");
    }

    /** Catches turns without a collection, where collections are the question. */
    @Test
    void anotherJavaOrFlagsTakeLongTurns() {
        assertThat(plan(List.of(OLD), "java", "kryo-registered").timing()).isEqualTo(Timing.SHORT);
        Plan plan = plan(List.of(FLAGS), "java");
        assertThat(plan.timing().iterationMillis()).isEqualTo(1000);
        assertThat(plan.timing().iterations()).isEqualTo(6);
        assertThat(plan.notes()).last().asString().startsWith("6 turns of 1000 ms: another Java");
        Plan asked = plan(List.of(FLAGS), Samples.options("-r", "20ms", "-i", "3"), "java");
        assertThat(asked.timing().iterationMillis()).isEqualTo(20);
        assertThat(asked.notes()).last().asString().contains("may contain no garbage collection");
    }

    /** Catches a new version of a library that other libraries need, if none of their codecs runs with it. */
    @Test
    void aJarOfNoCodecsLibraryChangesAll() {
        assertThat(plan(List.of(BASED), "java", "kryo").cells())
                .extracting(Cell::codec)
                .contains("java@based", "kryo@based");
    }

    /** Catches an arm that changes nothing and is not refused. */
    @Test
    void anArmThatChangesNothingIsRefused() {
        assertThatThrownBy(() -> plan(List.of(OLD), "java"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "--arm old: this arm changes nothing: it has org.example:kryo-registered 1.0 from"
                                + " old.jar, and the plan has only java");
    }

    /**
     * Catches a worker in another language in a benchmark that only the suite's own worker serves, or with messages that no
     * other language reads.
     */
    @Test
    void aWorkerInAnotherLanguageSitsBesideTheSuitesOwn() {
        Plan plan = crossing(List.of(PYTHON), "jackson-json", "kryo");
        assertThat(plan.cells())
                .extracting(Cell::key)
                .filteredOn(key -> key.contains("@"))
                .containsExactly("roundTrip jackson-json@python order", "stream jackson-json@python order window=8");
        assertThat(plan.timing()).isEqualTo(Timing.SHORT);
        assertThat(plan.notes())
                .containsExactly(
                        "arm python (worker worker.py): jackson-json; not in it, since other languages cannot read their"
                                + " messages: kryo");
        assertThatThrownBy(() -> crossing(List.of(PYTHON), "kryo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--arm python: this arm changes nothing: no cell of the plan can use a worker");
    }

    private static Plan crossing(List<Arm> arms, String... codecs) {
        List<Cell> cells = new ArrayList<>();
        for (String codec : codecs) {
            cells.add(Cell.of("encode", codec, "order", Map.of()));
            cells.add(Cell.of("roundTrip", codec, "order", Map.of()));
            cells.add(Cell.of("roundTrip", codec, "order", Map.of("transport", "memory")));
            cells.add(Cell.of("stream", codec, "order", Map.of("window", "8")));
            cells.add(Cell.of("stream", codec, "order", Map.of("window", "8", "arm", "2")));
        }
        Plan plan = new Plan("custom", 3, Timing.SHORT, List.of(new Block("selected", cells)), List.of());
        return ArmPlan.of(plan, arms, Samples.OFFER, JSON_ONLY, Samples.options());
    }

    private static Plan plan(List<Arm> arms, String... codecs) {
        return plan(arms, Samples.options(), codecs);
    }

    private static Plan plan(List<Arm> arms, Options user, String... codecs) {
        List<Cell> cells = new ArrayList<>();
        for (String codec : codecs) {
            cells.add(Cell.of("encode", codec, "order", Map.of()));
        }
        for (String codec : codecs) {
            cells.add(Cell.of("encode", codec, "order", Map.of("arm", "2")));
        }
        cells.add(Cell.of("stream", "raw", "bytes-64", Map.of()));
        cells.add(Cell.of("fixedArithmetic", Cell.NONE, Cell.NONE, Map.of()));
        Plan plan = new Plan("custom", 3, Timing.SHORT, List.of(new Block("selected", cells)), List.of());
        return ArmPlan.of(plan, arms, Samples.OFFER, JSON_ONLY, user);
    }
}
