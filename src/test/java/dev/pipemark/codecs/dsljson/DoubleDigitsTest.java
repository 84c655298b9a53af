package dev.pipemark.codecs.dsljson;

import static org.assertj.core.api.Assertions.assertThat;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import dev.pipemark.api.Shape;
import dev.pipemark.codecs.EdgeValues;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Catches doubles that lose their last digits. */
class DoubleDigitsTest {
    private static final double[] NUMBERS =
            new SplittableRandom(1).doubles(10_000, -1000, 1000).toArray();

    @Test
    void doublesArriveExactly() throws Exception {
        double[] arrived = EdgeValues.roundTrip(new DslJsonCodec().open(Shape.of(double[].class)), NUMBERS);
        assertThat(arrived).isEqualTo(NUMBERS);
    }

    /** If this test fails, the library's default has become exact, and the codec needs no option. */
    @Test
    void defaultOptionsChangeSomeDoubles() throws Exception {
        DslJson<Object> defaults = new DslJson<>(Settings.withRuntime());
        JsonWriter writer = defaults.newWriter();
        defaults.serialize(writer, NUMBERS);
        double[] arrived = defaults.deserialize(double[].class, writer.getByteBuffer(), writer.size());
        assertThat(arrived).hasSameSizeAs(NUMBERS);
        assertThat(Arrays.equals(arrived, NUMBERS)).isFalse();
    }
}
