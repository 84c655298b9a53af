package dev.pipemark.capability.languages;

import static dev.pipemark.record.ValueOutcome.EXACT;
import static dev.pipemark.record.ValueOutcome.LOSSY;
import static dev.pipemark.record.ValueOutcome.OTHER_CLASS;
import static dev.pipemark.record.ValueOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pipemark.probe.values.EnumKinds;
import dev.pipemark.probe.values.RecordKinds;
import dev.pipemark.record.ValueOutcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a rule that calls a wrong value equal, or an equal value wrong. The matrix of languages relies on this. */
final class SeenTest {
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(7, "int:7", EXACT),
                arguments((byte) -7, "int:-7", EXACT),
                arguments(7, "int:8", WRONG),
                arguments(7, "float:401c000000000000", OTHER_CLASS),
                arguments(7, "text:\"7\"", OTHER_CLASS),
                arguments(7, "text:\"8\"", WRONG),
                arguments(7, "text:\"seven\"", WRONG),
                arguments(7, "null", LOSSY),
                arguments(7, "true", WRONG),
                // The nearest double of 2^53 + 1 is 2^53.
                arguments((1L << 53) + 1, "float:4340000000000000", LOSSY),
                arguments((1L << 53) + 1, "int:9007199254740992", WRONG),
                arguments((1L << 53) + 1, "float:4340000000000001", WRONG),
                arguments(TWO_64, "tag:cbor-2(bytes:010000000000000000)", OTHER_CLASS),
                arguments(TWO_64.not(), "tag:cbor-3(bytes:010000000000000000)", OTHER_CLASS),
                arguments(TWO_64, "float:7ff0000000000000", WRONG),
                arguments(Year.of(2024), "int:2024", EXACT));
    }

    static Stream<Arguments> fractions() {
        return Stream.of(
                arguments(0.1f, "float:3fb99999a0000000", EXACT),
                arguments(0.1f, "float:3fb999999999999a", OTHER_CLASS),
                arguments(0.1f, "float:3fc999999999999a", WRONG),
                arguments(0.1, "float:3fb999999999999a", EXACT),
                arguments(0.1, "float:3fb99999a0000000", LOSSY),
                arguments(0.1, "text:\"0.1\"", OTHER_CLASS),
                arguments(0.1, "tag:decimal(text:\"0.1\")", OTHER_CLASS),
                arguments(0.1, "text:\"0.2\"", WRONG),
                arguments(7.0, "int:7", OTHER_CLASS),
                arguments(Double.NaN, "float:nan", EXACT),
                arguments(Float.NaN, "float:nan", EXACT),
                arguments(Double.NaN, "text:\"NaN\"", OTHER_CLASS),
                arguments(Double.NaN, "null", LOSSY),
                arguments(Double.NaN, "float:7ff0000000000000", WRONG),
                arguments(Double.NEGATIVE_INFINITY, "text:\"-Infinity\"", OTHER_CLASS),
                arguments(Double.NEGATIVE_INFINITY, "text:\"Infinity\"", WRONG),
                arguments(-0.0, "float:8000000000000000", EXACT),
                arguments(-0.0, "text:\"-0.0\"", OTHER_CLASS),
                arguments(-0.0, "float:0000000000000000", LOSSY),
                arguments(-0.0, "int:0", LOSSY),
                arguments(new BigDecimal("1.10"), "tag:decimal(text:\"1.10\")", EXACT),
                arguments(new BigDecimal("1.10"), "tag:decimal(text:\"1.1\")", LOSSY),
                arguments(new BigDecimal("1.10"), "tag:decimal(text:\"1.2\")", WRONG),
                arguments(new BigDecimal("1.10"), "text:\"1.10\"", OTHER_CLASS),
                arguments(new BigDecimal("1.10"), "tag:cbor-4([int:-2,int:110])", OTHER_CLASS),
                arguments(
                        new BigDecimal("1.10"), "message:pipemark.Decimal{unscaled:bytes:6e,scale:int:2}", OTHER_CLASS),
                arguments(new BigDecimal("1.10"), "message:pipemark.Decimal{unscaled:bytes:6f,scale:int:2}", WRONG),
                arguments(new BigDecimal("1.10"), "float:3ff199999999999a", LOSSY),
                arguments(new BigDecimal("1.10"), "float:3ff0000000000000", WRONG),
                arguments(new BigDecimal("1E+400"), "float:7ff0000000000000", WRONG),
                arguments(new BigDecimal("1E-400"), "float:0000000000000000", WRONG));
    }

    static Stream<Arguments> texts() {
        byte[] bytes = "text".getBytes(StandardCharsets.UTF_8);
        UUID uuid = new UUID(0x0123456789ABCDEFL, 0x8123456789ABCDEFL);
        return Stream.of(
                arguments("a\0\u00e9", "text:\"a\\u0000\\u00e9\"", EXACT),
                arguments("a\ud800b", "text:\"a\\ud800b\"", EXACT),
                arguments("a\ud800b", "text:\"a?b\"", WRONG),
                arguments("a\ud800b", "text!61eda08062", OTHER_CLASS),
                arguments("a\ud800b", "text!61eda08162", WRONG),
                // The same letter to a reader, and another text.
                arguments("e\u0301", "text:\"\\u00e9\"", WRONG),
                arguments("text", "bytes:74657874", OTHER_CLASS),
                arguments("text", "null", LOSSY),
                arguments('x', "text:\"x\"", EXACT),
                arguments('x', "int:120", OTHER_CLASS),
                arguments(bytes, "bytes:74657874", EXACT),
                arguments(bytes, "bytes:7465", WRONG),
                arguments(bytes, "text:\"dGV4dA==\"", OTHER_CLASS),
                arguments(bytes, "text:\"text\"", OTHER_CLASS),
                arguments(bytes, "text:\"other\"", WRONG),
                arguments(new byte[] {-1, 1}, "[int:-1,int:1]", OTHER_CLASS),
                arguments(new byte[] {-1, 1}, "[int:255,int:1]", OTHER_CLASS),
                arguments(new byte[] {-1, 1}, "text!ff01", OTHER_CLASS),
                arguments(true, "true", EXACT),
                arguments(true, "int:1", OTHER_CLASS),
                arguments(true, "text:\"true\"", OTHER_CLASS),
                arguments(true, "false", WRONG),
                arguments(null, "null", EXACT),
                arguments(null, "tag:undefined", OTHER_CLASS),
                arguments(null, "int:0", WRONG),
                arguments(Optional.empty(), "null", EXACT),
                arguments(Optional.of("a"), "text:\"a\"", EXACT),
                arguments(EnumKinds.Colour.GREEN, "tag:enum(text:\"GREEN\")", EXACT),
                arguments(EnumKinds.Colour.GREEN, "text:\"GREEN\"", OTHER_CLASS),
                arguments(EnumKinds.Colour.GREEN, "int:1", OTHER_CLASS),
                arguments(EnumKinds.Colour.GREEN, "int:2", WRONG),
                arguments(uuid, "text:\"01234567-89ab-cdef-8123-456789abcdef\"", OTHER_CLASS),
                arguments(uuid, "tag:uuid(text:\"01234567-89ab-cdef-8123-456789abcdef\")", EXACT),
                arguments(uuid, "bytes:0123456789abcdef8123456789abcdef", OTHER_CLASS),
                arguments(uuid, "tag:cbor-37(bytes:0123456789abcdef8123456789abcdef)", OTHER_CLASS),
                arguments(uuid, "bytes:0123456789abcdef8123456789abcdee", WRONG),
                arguments(URI.create("a:b"), "text:\"a:b\"", OTHER_CLASS));
    }

    static Stream<Arguments> containers() {
        Map<Object, String> equalAsText = new LinkedHashMap<>();
        equalAsText.put(1, "number");
        equalAsText.put("1", "text");
        Map<String, Integer> ordered = new LinkedHashMap<>();
        ordered.put("b", 1);
        ordered.put("a", 2);
        return Stream.of(
                arguments(Arrays.asList(1, null), "[int:1,null]", EXACT),
                arguments(List.of(1, 2), "[int:1]", LOSSY),
                arguments(List.of(1, 2), "[int:1,int:2,int:3]", WRONG),
                arguments(List.of(1, 2), "[int:2,int:1]", WRONG),
                arguments(List.of(1, 2), "message:m.Numbers{numbers:[int:1,int:2]}", OTHER_CLASS),
                arguments(List.of(1, 2), "text:\"[1, 2]\"", LOSSY),
                arguments(new int[] {1}, "[int:1]", EXACT),
                arguments(new LinkedHashSet<>(List.of("a", "b")), "tag:set([text:\"b\",text:\"a\"])", EXACT),
                arguments(new LinkedHashSet<>(List.of("a", "b")), "[text:\"b\",text:\"a\"]", OTHER_CLASS),
                arguments(new LinkedHashSet<>(List.of("a", "b")), "[text:\"b\"]", LOSSY),
                arguments(new LinkedHashSet<>(List.of("a")), "[text:\"a\",text:\"a\"]", WRONG),
                arguments(Map.of("a", 1), "{text:\"a\":int:1}", EXACT),
                arguments(Map.of("a", 1), "{text:\"a\":int:2}", WRONG),
                arguments(Map.of("a", 1), "{}", LOSSY),
                arguments(Map.of("a", 1), "{text:\"a\":int:1,text:\"b\":int:1}", WRONG),
                arguments(Map.of(1, "x"), "{text:\"1\":text:\"x\"}", OTHER_CLASS),
                arguments(Map.of(true, "x"), "{text:\"true\":text:\"x\"}", OTHER_CLASS),
                arguments(Map.of(EnumKinds.Colour.RED, 1), "{text:\"RED\":int:1}", OTHER_CLASS),
                arguments(
                        Map.of(new RecordKinds.Point(1, 2), 1),
                        "{{text:\"x\":int:1,text:\"y\":int:2}:int:1}",
                        OTHER_CLASS),
                arguments(Map.of(new RecordKinds.Point(1, 2), 1), "{text:\"Point[x=1, y=2]\":int:1}", LOSSY),
                arguments(
                        Map.of(new RecordKinds.Point(1, 2), 1, new RecordKinds.Point(3, 4), 2),
                        "{text:\"Point[x=3, y=4]\":int:2,text:\"Point[x=1, y=2]\":int:1}",
                        LOSSY),
                arguments(equalAsText, "{text:\"1\":text:\"number\",text:\"1\":text:\"text\"}", OTHER_CLASS),
                arguments(equalAsText, "{text:\"1\":text:\"text\"}", LOSSY),
                arguments(equalAsText, "{text:\"1\":text:\"number\"}", WRONG),
                arguments(ordered, "{text:\"b\":int:1,text:\"a\":int:2}", EXACT),
                arguments(ordered, "{text:\"a\":int:2,text:\"b\":int:1}", LOSSY),
                arguments(new HashMap<>(ordered), "{text:\"a\":int:2,text:\"b\":int:1}", EXACT),
                arguments(Map.entry("a", 1), "{text:\"a\":int:1}", EXACT));
    }

    static Stream<Arguments> records() {
        RecordKinds.Point point = new RecordKinds.Point(1, 2);
        return Stream.of(
                arguments(point, "{text:\"y\":int:2,text:\"x\":int:1}", OTHER_CLASS),
                arguments(point, "{text:\"x\":int:1}", LOSSY),
                arguments(point, "{text:\"x\":int:1,text:\"y\":int:2,text:\"z\":int:3}", WRONG),
                arguments(point, "{text:\"x\":int:1,text:\"y\":int:3}", WRONG),
                arguments(point, "{text:\"@type\":text:\"Point\",text:\"x\":int:1,text:\"y\":int:2}", OTHER_CLASS),
                arguments(point, "[int:1,int:2]", OTHER_CLASS),
                arguments(point, "[int:1]", LOSSY),
                arguments(point, "[int:2,int:1]", WRONG),
                arguments(point, "message:any.Point{x:int:1,y:int:2}", EXACT),
                arguments(point, "message:any.Other{x:int:1,y:int:2}", OTHER_CLASS),
                arguments(point, "message:any.Point{x:int:1}", LOSSY),
                arguments(new RecordKinds.Point(1, 0), "message:any.Point{x:int:1}", EXACT),
                arguments(point, "null", WRONG),
                arguments(new RecordKinds.Remark("a", null), "{text:\"title\":text:\"a\"}", OTHER_CLASS),
                arguments(new Price(new BigDecimal("1.10"), 3), "[bytes:6e,int:2,int:3]", OTHER_CLASS),
                arguments(new Price(new BigDecimal("1.10"), 3), "[bytes:6e,int:2,int:4]", WRONG),
                arguments(
                        new Price(new BigDecimal("1.10"), 3),
                        "message:m.Price{perUnit:text:\"1.10\",item_count:int:3}",
                        OTHER_CLASS));
    }

    record Price(BigDecimal perUnit, int itemCount) {}

    static Stream<Arguments> times() {
        Instant instant = Instant.ofEpochSecond(1_700_000_000, 123_456_789);
        ZonedDateTime zoned = ZonedDateTime.of(2024, 7, 1, 14, 30, 15, 5, ZoneId.of("Europe/Berlin"));
        LocalDateTime local = LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1000);
        return Stream.of(
                arguments(instant, "tag:timestamp(int:1700000000,int:123456789)", EXACT),
                arguments(instant, "text:\"2023-11-14T22:13:20.123456789Z\"", OTHER_CLASS),
                arguments(instant, "tag:datetime(text:\"2023-11-14T22:13:20.123456+00:00\")", LOSSY),
                arguments(instant, "text:\"2023-11-14T22:13:20.123456789\"", LOSSY),
                arguments(instant, "text:\"2023-11-14T22:13:21Z\"", WRONG),
                arguments(instant, "int:1700000000", LOSSY),
                arguments(instant, "int:1700000000123456789", OTHER_CLASS),
                arguments(instant, "int:1700000001", WRONG),
                arguments(Instant.ofEpochSecond(7), "float:401c000000000000", OTHER_CLASS),
                arguments(
                        instant,
                        "message:google.protobuf.Timestamp{seconds:int:1700000000,nanos:int:123456789}",
                        OTHER_CLASS),
                arguments(Instant.MAX, "text:\"+1000000000-12-31T23:59:59.999999999Z\"", OTHER_CLASS),
                arguments(zoned, "text:\"2024-07-01T14:30:15.000000005+02:00[Europe/Berlin]\"", OTHER_CLASS),
                arguments(zoned, "text:\"2024-07-01T14:30:15.000000005+02:00\"", LOSSY),
                arguments(zoned, "text:\"2024-07-01T15:30:15.000000005+02:00\"", WRONG),
                arguments(local, "tag:datetime(text:\"2024-02-29T12:00:00.000001\")", EXACT),
                arguments(local, "text:\"2024-02-29T12:00:00.000001000\"", OTHER_CLASS),
                arguments(local, "text:\"2024-02-29T12:00:00\"", LOSSY),
                arguments(local, "text:\"2024-02-29T12:00:00.000001Z\"", WRONG),
                arguments(LocalDate.of(2024, 2, 29), "text:\"2024-02-29\"", OTHER_CLASS),
                arguments(LocalDate.of(2024, 2, 29), "text:\"2024-03-01\"", WRONG),
                arguments(LocalTime.of(23, 59, 59, 999_999_999), "text:\"23:59:59.999999\"", LOSSY),
                arguments(Duration.ofSeconds(-1, 1), "text:\"PT-0.999999999S\"", OTHER_CLASS),
                arguments(Duration.ofSeconds(3), "int:3", OTHER_CLASS),
                arguments(Duration.ofSeconds(3), "int:4", WRONG));
    }

    @ParameterizedTest
    @MethodSource({"numbers", "fractions", "texts", "containers", "records", "times"})
    void descriptionIsJudged(@Nullable Object original, String description, ValueOutcome outcome) {
        assertThat(Seen.of(Original.of(original), DescriptionReader.read(description)))
                .satisfies(arrival ->
                        assertThat(arrival.outcome()).as(arrival.detail()).isEqualTo(outcome))
                .satisfies(arrival -> assertThat(arrival.detail().isEmpty()).isEqualTo(outcome == EXACT));
    }

    /** Catches a reason that does not say where and what. */
    @Test
    void differenceNamesPlaceAndBothValues() {
        assertThat(Seen.of(
                                Original.of(List.of(Map.of("price", new BigDecimal("1.10")))),
                                DescriptionReader.read("[{text:\"price\":float:3ff199999999999a}]"))
                        .detail())
                .isEqualTo("[0]{\"price\"} was a decimal \"1.10\", is a float 1.1");
        assertThat(Seen.of(Original.of(Map.of(1, 2)), DescriptionReader.read("{text:\"1\":int:2}"))
                        .detail())
                .isEqualTo("the key of {1} was an int 1, is a text \"1\"");
    }
}
