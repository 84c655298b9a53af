package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.codecs.avaje.AvajeJsonbCodec;
import dev.pipemark.codecs.dsljson.DslJsonCodec;
import dev.pipemark.codecs.gson.GsonCodec;
import dev.pipemark.codecs.moshi.MoshiCodec;
import dev.pipemark.codecs.yasson.YassonCodec;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches values that a JSON library changes at the limits of their types. */
class JsonCodecsTest {
    private static final Shape<Map<String, Object>> UNTYPED = Shape.of(new TypeOf<Map<String, Object>>() {});

    static Stream<Codec> codecs() {
        return Stream.of(
                new GsonCodec(), new MoshiCodec(), new YassonCodec(), new DslJsonCodec(), new AvajeJsonbCodec());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void classWithPublicFieldsArrivesExactly(Codec codec) throws Exception {
        Coder<MediaContent> media = codec.open(EdgeValues.MEDIA_CONTENT);
        for (MediaContent content : EdgeValues.mediaContents()) {
            assertThat(EdgeValues.roundTrip(media, content))
                    .usingRecursiveComparison()
                    .isEqualTo(content);
        }
    }

    /** Catches an instant that arrives as another one, and a library that refuses more of them than ISO-8601 excludes. */
    @ParameterizedTest
    @MethodSource("codecs")
    void orderArrivesExactlyOrIsRefused(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Set<Instant> refused = new HashSet<>();
        for (Order order : EdgeValues.orders()) {
            try {
                assertThat(EdgeValues.roundTrip(coder, order)).isEqualTo(order);
            } catch (Exception e) {
                refused.add(order.placed());
            }
        }
        assertThat(refused).isEqualTo(codec.id().equals("yasson") ? Set.of(Instant.MIN, Instant.MAX) : Set.of());
    }

    /** JSON has no number for NaN and infinity. DSL-JSON and Avaje Jsonb write them as strings. */
    @ParameterizedTest
    @MethodSource("codecs")
    void readingArrivesExactlyOrIsRefused(Codec codec) throws Exception {
        Coder<Reading> coder = codec.open(EdgeValues.READING);
        Set<Double> refused = new HashSet<>();
        for (Reading reading : EdgeValues.readings()) {
            try {
                assertThat(EdgeValues.roundTrip(coder, reading)).isEqualTo(reading);
            } catch (Exception e) {
                refused.add(reading.value());
            }
        }
        assertThat(refused)
                .isEqualTo(
                        Set.of("dsl-json", "avaje-jsonb").contains(codec.id())
                                ? Set.of()
                                : Set.of(Double.NaN, Double.NEGATIVE_INFINITY));
    }

    /** Catches a map that loses the keys of its nulls, and numbers that arrive in another class. */
    @ParameterizedTest
    @MethodSource("codecs")
    void valuesWithoutDeclaredTypeKeepTheirClass(Codec codec) throws Exception {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("int", Integer.MIN_VALUE);
        map.put("long", Long.MAX_VALUE);
        map.put("double", 1.0);
        map.put("list", new ArrayList<>(List.of(1, "2", 3.5, true)));
        map.put("map", new LinkedHashMap<>(Map.of("a", 1)));
        map.put("null", null);
        Coder<Map<String, Object>> coder = codec.open(UNTYPED);
        assertThat(EdgeValues.roundTrip(coder, map)).isEqualTo(map);
        assertThat(EdgeValues.roundTrip(coder, Map.of("long", 5L)))
                .as("the documented loss")
                .isEqualTo(Map.of("long", 5));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void numbersBeyondLongArrive(Codec codec) throws Exception {
        BigInteger big = BigInteger.TWO.pow(200).negate();
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(BigInteger.class)), big))
                .isEqualTo(big);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void truncatedMessageIsRefused(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Frame whole = new Frame();
        coder.encode(EdgeValues.orders().get(6), whole);
        for (int length = 0; length < whole.length(); length++) {
            Frame cut = new Frame();
            cut.view(whole.array(), whole.offset(), length);
            assertThatThrownBy(() -> coder.decode(cut))
                    .as("%s cut at %d", codec.id(), length)
                    .isInstanceOf(Exception.class);
        }
    }
}
