package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Catches coders that carry the state of a failed message into the next one. */
class FailureTest {
    private static final Shape<Map<String, Object>> SHAPE =
            Shape.of(new TypeOf<Map<String, Object>>() {}, LinkedHashMap.class, ArrayList.class);

    /** Fails in the middle of encoding, whether a codec writes its entries or calls its hook. */
    static final class Grenade extends HashMap<String, Object> {
        private static final long serialVersionUID = 1L;

        Grenade() {
            put("pin", "pulled");
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            throw new IllegalStateException("bang");
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super Object> action) {
            throw new IllegalStateException("bang");
        }

        private void writeObject(ObjectOutputStream out) {
            throw new IllegalStateException("bang");
        }
    }

    @TestFactory
    Stream<DynamicTest> failedEncodeLeavesNoState() {
        return codecs().map(codec -> DynamicTest.dynamicTest(codec.id(), () -> {
            Coder<Map<String, Object>> coder = codec.open(SHAPE);
            Frame frame = new Frame();
            coder.encode(good(), frame);
            int offset = frame.offset();
            int length = frame.length();
            for (int i = 0; i < 3; i++) {
                frame.begin();
                assertThatThrownBy(() -> coder.encode(bad(), frame)).isInstanceOf(Exception.class);
                frame.rewind();
            }
            coder.encode(good(), frame);

            assertThat(coder.decode(frame)).isEqualTo(good());
            frame.view(frame.array(), offset, length);
            assertThat(coder.decode(frame)).as("the message in front").isEqualTo(good());
            assertThat(Messages.encode(coder, good())).hasSize(length);
        }));
    }

    @TestFactory
    Stream<DynamicTest> failedDecodeLeavesNoState() {
        return codecs().map(codec -> DynamicTest.dynamicTest(codec.id(), () -> {
            Coder<Map<String, Object>> coder = codec.open(SHAPE);
            byte[] message = Messages.encode(coder, good());
            byte[] cut = Arrays.copyOf(message, message.length - 3);
            assertThatThrownBy(() -> coder.decode(Messages.received(cut))).isInstanceOf(Exception.class);
            assertThat(coder.decode(Messages.received(message))).isEqualTo(good());
        }));
    }

    private static Stream<Codec> codecs() {
        return Messages.allCodecs().stream().filter(codec -> {
            try {
                codec.open(SHAPE);
                return true;
            } catch (UnsupportedShapeException e) {
                return false;
            }
        });
    }

    private static Map<String, Object> good() {
        Map<String, Object> good = new LinkedHashMap<>();
        good.put("list", new ArrayList<>(List.of("a", "b", 3)));
        good.put("text", "x".repeat(300));
        return good;
    }

    private static Map<String, Object> bad() {
        Map<String, Object> bad = good();
        bad.put("grenade", new ArrayList<>(List.of("before", new Grenade())));
        return bad;
    }
}
