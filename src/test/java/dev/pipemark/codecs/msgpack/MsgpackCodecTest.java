package dev.pipemark.codecs.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Task;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.core.MessageInsufficientBufferException;
import org.msgpack.core.MessageSizeException;

class MsgpackCodecTest {
    private static final Shape<Object> ANYTHING = Shape.of(Object.class);

    static List<Shape<?>> withoutForm() {
        return List.of(
                Shape.of(Reading.class),
                Shape.of(Task.class),
                Shape.of(BigDecimal.class),
                Shape.of(Character.class),
                Shape.of(new TypeOf<List<Reading>>() {}),
                Shape.of(new TypeOf<Map<String, List<BigDecimal>>>() {}));
    }

    /** Catches a shape that is accepted and fails later, or whose refusal does not name the type. */
    @ParameterizedTest
    @MethodSource("withoutForm")
    void shapeWithoutFormIsRefusedByName(Shape<?> shape) {
        assertThatThrownBy(() -> new MsgpackCodec().open(shape))
                .isInstanceOf(UnsupportedShapeException.class)
                .message()
                .containsPattern("no form for \\S*(Reading|Task|BigDecimal|Character)");
    }

    /** Catches numbers that change their value. 2^64 is the smallest number beyond the format. */
    @Test
    void wholeNumbersBeyondFormatAreRefused() throws Exception {
        Coder<BigInteger> coder = new MsgpackCodec().open(Shape.of(BigInteger.class));
        assertThatThrownBy(() -> coder.encode(BigInteger.TWO.pow(64), new Frame()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Catches undeclared whole numbers that lose their value or come back wider than necessary. */
    @Test
    void undeclaredWholeNumbersKeepTheirValue() throws Exception {
        List<Object> numbers = new ArrayList<>(List.of(
                0,
                127,
                128,
                -33,
                65_536,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                1L << 31,
                1L << 40,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                BigInteger.TWO.pow(63)));
        Coder<Object> coder = new MsgpackCodec().open(ANYTHING);
        assertThat(coder.decode(Messages.received(Messages.encode(coder, numbers))))
                .isEqualTo(numbers);
    }

    /** Catches a set that arrives as a list. */
    @Test
    void undeclaredSetsAreRefused() throws Exception {
        Coder<Object> coder = new MsgpackCodec().open(ANYTHING);
        assertThatThrownBy(() -> coder.encode(new HashSet<>(Set.of(1)), new Frame()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Catches trusted counts: five bytes must not exhaust the heap. */
    @Test
    void announcedCountBeyondMessageIsRefused() throws Exception {
        byte[] manyItems = {(byte) 0xdd, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        byte[] manyBytes = {(byte) 0xc6, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        byte[] manyEntries = {(byte) 0xdf, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        assertTooShort(Shape.of(double[].class), manyItems);
        assertTooShort(Shape.of(String[].class), manyItems);
        assertTooShort(Shape.of(new TypeOf<List<Integer>>() {}), manyItems);
        assertTooShort(Shape.of(new TypeOf<Map<String, Integer>>() {}), manyEntries);
        assertTooShort(Shape.of(byte[].class), manyBytes);
        assertTooShort(ANYTHING, manyItems);
        assertTooShort(ANYTHING, manyEntries);
        assertTooShort(ANYTHING, manyBytes);
    }

    /** Catches nesting that is followed until the stack overflows. */
    @Test
    void deepNestingIsRefused() throws Exception {
        byte[] nested = new byte[1_000_000];
        Arrays.fill(nested, (byte) 0x91);
        Coder<Object> coder = new MsgpackCodec().open(ANYTHING);
        assertThatThrownBy(() -> coder.decode(Messages.received(nested))).isInstanceOf(MessageSizeException.class);
    }

    private static void assertTooShort(Shape<?> shape, byte[] message) throws Exception {
        Coder<?> coder = new MsgpackCodec().open(shape);
        assertThatThrownBy(() -> coder.decode(Messages.received(message)))
                .isInstanceOf(MessageInsufficientBufferException.class);
    }
}
