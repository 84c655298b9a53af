package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Copies;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PayloadFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.Options;

class PresetsTest {
    private static final Options USER = Samples.options();
    private static final Offer OFFER = packaged();

    private final Benchmarks benchmarks = Benchmarks.onClassPath();
    private final TimeModel model = new TimeModel(benchmarks, OFFER.payloads());

    /** Catches a new cell that makes the quick preset longer than five minutes. */
    @Test
    void quickTakesLessThanFiveMinutesWithProbesAndReport() {
        Preset quick = preset("quick");
        assertThat(quick.rounds()).isEqualTo(3);
        assertThat(seconds(quick)).isLessThan(285);
    }

    /** Catches a standard preset that takes longer than it promises. */
    @Test
    void standardTakesLessThanSeventyFiveMinutes() {
        Preset standard = preset("standard");
        assertThat(standard.cells()).hasSizeBetween(150, 300);
        assertThat(standard.rounds()).isEqualTo(3);
        assertThat(seconds(standard) / 60).isBetween(45.0, 75.0);
    }

    /** Catches a quick preset without an order of records, of a list or of a function. */
    @Test
    void quickRanksRecordsAListAndAFunction() {
        Map<String, Long> tables = preset("quick").cells().stream()
                .filter(cell -> !Copies.again(cell) && !cell.codec().equals(Cell.NONE))
                .collect(Collectors.groupingBy(cell -> cell.benchmark() + " " + cell.payload(), Collectors.counting()));
        assertThat(tables.keySet())
                .containsExactlyInAnyOrder(
                        "encode media-content",
                        "decode media-content",
                        "stream media-content",
                        "stream list-integer-1000",
                        "stream lambda-capturing");
        assertThat(tables.values()).allMatch(codecs -> codecs >= 3);
    }

    /** Catches a gap in the board: a codec for data and records that is streamed with fewer than fourteen payloads. */
    @Test
    void standardStreamsEveryGeneralCodecWithFourteenPayloads() {
        Map<String, Set<String>> streamed = preset("standard").cells().stream()
                .filter(cell -> cell.benchmark().equals("stream"))
                .collect(Collectors.groupingBy(Cell::codec, Collectors.mapping(Cell::payload, Collectors.toSet())));
        List<String> general = OFFER.codecsWithin(Use.DATA, Tier.STANDARD).stream()
                .filter(OFFER.codecsWithin(Use.RECORDS, Tier.STANDARD)::contains)
                .toList();
        assertThat(general).hasSizeGreaterThanOrEqualTo(8);
        for (String codec : general) {
            assertThat(streamed.get(codec)).as(codec).hasSizeGreaterThanOrEqualTo(14);
        }
    }

    /** Catches cells with one core and with two in one table. */
    @Test
    void cellsWithTwoCoresAreInSeparateTables() {
        Map<Cell, Set<String>> tables = preset("standard").cells().stream()
                .collect(Collectors.groupingBy(
                        Kind::table, Collectors.mapping(Parameter.CORES::of, Collectors.toSet())));
        assertThat(tables.values()).allMatch(cores -> cores.size() == 1).anyMatch(cores -> cores.contains("2"));
    }

    /** Catches a pair that the full preset lacks. */
    @Test
    void fullHasEveryPairOfTheFourBenchmarks() {
        Set<String> pairs = preset("full").cells().stream()
                .map(cell -> cell.benchmark() + " " + cell.codec() + " " + cell.payload())
                .collect(Collectors.toSet());
        for (String codec : OFFER.codecIds()) {
            for (String payload : OFFER.payloadIds()) {
                assertThat(pairs)
                        .contains(
                                "encode " + codec + " " + payload,
                                "decode " + codec + " " + payload,
                                "roundTrip " + codec + " " + payload,
                                "stream " + codec + " " + payload);
            }
        }
    }

    /** Catches a misspelt id: its cell would be left out, with only a note. */
    @Test
    void everyCellHasIdsThatExist() {
        for (String name : Presets.NAMES) {
            for (Cell cell : preset(name).cells()) {
                assertThat(benchmarks.has(cell.benchmark())).as(cell.key()).isTrue();
                assertThat(OFFER.codecIds().contains(cell.codec())
                                || cell.codec().equals(Cell.NONE))
                        .as(cell.key())
                        .isTrue();
                assertThat(OFFER.payloadIds().contains(cell.payload())
                                || cell.payload().equals(Cell.NONE))
                        .as(cell.key())
                        .isTrue();
                assertThat(benchmarks.named(cell.benchmark()).has("codec"))
                        .as(cell.key())
                        .isEqualTo(!cell.codec().equals(Cell.NONE));
            }
        }
    }

    /** Catches a quick preset without a well-known library. */
    @Test
    void quickHasEveryNamedLibrary() {
        Set<String> timed = preset("quick").cells().stream().map(Cell::codec).collect(Collectors.toSet());
        Set<String> libraries = OFFER.codecs().stream()
                .filter(codec -> timed.contains(codec.id()))
                .map(codec -> codec.library().split(":")[0])
                .collect(Collectors.toSet());
        assertThat(libraries).hasSizeGreaterThanOrEqualTo(6);
    }

    /** Catches a preset that shows no noise: too few pairs of equal cells, or a copy without its original. */
    @Test
    void quickAndStandardRepeatAtLeastThreeCells() {
        for (String name : List.of("quick", "standard")) {
            Set<Cell> cells = new HashSet<>(preset(name).cells());
            List<Cell> again = cells.stream().filter(Copies::again).toList();
            assertThat(again).hasSizeGreaterThanOrEqualTo(3);
            for (Cell cell : again) {
                assertThat(cells).contains(Copies.base(cell));
            }
        }
    }

    /** Catches users' jars that are accepted, but are not in the default plan. */
    @Test
    void outsideCodecsAndPayloadsJoinThePlan() {
        Offer wider = new Offer(
                List.of(new CodecFacts("acme", "tuned", "", "jdk", "1", true)),
                List.of(new PayloadFacts("invoice", "instances")),
                List.of("acme"),
                List.of("invoice"),
                Map.of());
        for (String name : Presets.NAMES) {
            assertThat(Presets.named(name, wider, benchmarks).cells())
                    .as(name)
                    .anyMatch(cell ->
                            cell.codec().equals("acme") && cell.payload().equals("invoice"));
        }
    }

    /** Catches a codec that is not timed from its own tier on, and one that is timed in a use that it does not name. */
    @Test
    void aCodecIsTimedFromItsTierOn() {
        for (Tier tier : Tier.values()) {
            Offer one = new Offer(
                    List.of(new CodecFacts("new", "idiomatic", "", "org.example:new", "1", true)),
                    OFFER.payloads(),
                    List.of(),
                    List.of(),
                    Map.of("new", Map.of(Use.RECORDS, tier)));
            for (Tier preset : Tier.values()) {
                assertThat(Presets.named(Presets.NAMES.get(preset.ordinal()), one, benchmarks)
                                .cells())
                        .extracting(Cell::codec)
                        .as(tier + " in " + preset)
                        .matches(codecs -> codecs.contains("new") == preset.times(tier));
            }
        }
    }

    private Preset preset(String name) {
        return Presets.named(name, OFFER, benchmarks);
    }

    private double seconds(Preset preset) {
        return model.run(preset.cells(), preset.rounds(), preset.timing(), USER);
    }

    private static Offer packaged() {
        Catalog catalog = Catalog.load(PresetsTest.class.getClassLoader());
        return new Offer(
                catalog.codecs().stream().map(PresetsTest::facts).toList(),
                catalog.payloads().stream()
                        .map(payload ->
                                new PayloadFacts(payload.id(), payload.family().label()))
                        .toList(),
                List.of(),
                List.of(),
                catalog.codecs().stream().collect(Collectors.toMap(Codec::id, Codec::standsFor)));
    }

    private static CodecFacts facts(Codec codec) {
        return new CodecFacts(codec.id(), codec.badge().label(), "", codec.library(), "1", true);
    }
}
