package dev.pipemark.codecs.fory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Catches a setting that is missing: by default, the library loses or refuses these values. */
class ForyJsonCodecTest {
    private final Codec codec = new ForyJsonCodec();

    /** A class whose constructor sets a field that may be null. */
    public static final class Titled {
        public @Nullable String title = "untitled";
    }

    @Test
    void nullReplacesTheConstructorsValue() throws Exception {
        Titled sent = new Titled();
        sent.title = null;
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Titled.class)), sent).title)
                .isNull();
    }

    @Test
    void numbersInValuesOfObjectKeepTheirType() throws Exception {
        Shape<Map<String, Object>> shape = Shape.of(new TypeOf<Map<String, Object>>() {}, LinkedHashMap.class);
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("int", 3);
        sent.put("long", 1L << 40);
        sent.put("double", 0.75);
        sent.put("nested", new ArrayList<>(List.of(Map.of("deep", -7), 8)));
        assertThat(EdgeValues.roundTrip(codec.open(shape), sent)).isEqualTo(sent);
    }

    @Test
    void treeDeeperThanTheDefaultLimitArrives() throws Exception {
        Tree tree = new Tree(0, "leaf", null, null);
        for (int i = 1; i < 100; i++) {
            tree = new Tree(i, "node", tree, null);
        }
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Tree.class)), tree)).isEqualTo(tree);
    }

    @Test
    void specialNumbersArriveExactly() throws Exception {
        for (Reading reading : EdgeValues.readings()) {
            assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Reading.class)), reading))
                    .isEqualTo(reading);
        }
    }
}
