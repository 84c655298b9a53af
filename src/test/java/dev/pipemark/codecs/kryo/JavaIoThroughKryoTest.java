package dev.pipemark.codecs.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.codecs.Messages;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches values that {@code kryo-graph} copies field by field, although only their own code can write their state. */
class JavaIoThroughKryoTest {
    private static final Shape<Object> ANYTHING = Shape.of(Object.class);

    static final class Single implements Serializable {
        private static final long serialVersionUID = 1L;
        static final Single INSTANCE = new Single();

        private Object readResolve() throws ObjectStreamException {
            return INSTANCE;
        }
    }

    static final class Refused extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        final int code;

        Refused(String message, int code, Throwable cause) {
            super(message, cause);
            this.code = code;
        }
    }

    interface Named {
        String name();
    }

    record Constant(String name) implements InvocationHandler, Serializable {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return name;
        }
    }

    /** Not serializable: Kryo copies its fields, including the synthetic reference to its owner. */
    final class Inner {
        int answer() {
            return answer;
        }
    }

    int answer = 42;

    static List<Object> equalByValue() {
        EnumMap<TimeUnit, String> byUnit = new EnumMap<>(TimeUnit.class);
        byUnit.put(TimeUnit.DAYS, "d");
        TreeMap<String, Integer> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", 1, "b", 2));
        return List.of(
                new UUID(1, 2),
                URI.create("http://example.org/a?b#c"),
                Locale.forLanguageTag("de-CH"),
                ZonedDateTime.of(2024, 2, 29, 1, 2, 3, 4, ZoneId.of("Europe/Zurich")),
                byUnit,
                backwards,
                Collections.unmodifiableList(new ArrayList<>(List.of("x"))),
                Collections.synchronizedMap(new TreeMap<>(Map.of("k", "v"))));
    }

    @ParameterizedTest
    @MethodSource("equalByValue")
    void jdkValuesRoundTrip(Object value) throws Exception {
        Object arrived = sentAndArrived(value);
        assertThat(arrived).isEqualTo(value).hasSameClassAs(value);
    }

    @Test
    void privateJdkStateRoundTrips() throws Exception {
        assertThat(((AtomicLong) sentAndArrived(new AtomicLong(17))).get()).isEqualTo(17);
        assertThat(((ReentrantLock) sentAndArrived(new ReentrantLock(true))).isFair())
                .isTrue();
    }

    @Test
    void exceptionKeepsTypeFieldsCauseAndTrace() throws Exception {
        Refused sent = new Refused("no", 7, new IllegalArgumentException("why"));
        Refused arrived = (Refused) sentAndArrived(sent);
        assertThat(arrived).hasMessage("no").hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(arrived.code).isEqualTo(7);
        assertThat(arrived.getStackTrace()).isEqualTo(sent.getStackTrace());
    }

    @Test
    void serializationHooksRun() throws Exception {
        assertThat(sentAndArrived(Single.INSTANCE)).isSameAs(Single.INSTANCE);
    }

    @Test
    void proxyRoundTripsWithHandler() throws Exception {
        Named proxy = (Named) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Named.class}, new Constant("behind"));
        assertThat(((Named) sentAndArrived(proxy)).name()).isEqualTo("behind");
    }

    @Test
    void capturedValuesOfInnerClassesRoundTrip() throws Exception {
        int captured = 5 + answer;
        IntSupplier anonymous = new IntSupplier() {
            @Override
            public int getAsInt() {
                return captured + answer;
            }
        };
        assertThat(((Inner) sentAndArrived(new Inner())).answer()).isEqualTo(42);
        assertThat(((IntSupplier) sentAndArrived(anonymous)).getAsInt()).isEqualTo(89);
    }

    @Test
    void sharedValueStaysShared() throws Exception {
        UUID shared = new UUID(3, 4);
        List<?> arrived = (List<?>) sentAndArrived(new ArrayList<>(List.of(shared, "between", shared, new UUID(5, 6))));
        assertThat(arrived.get(0)).isEqualTo(shared).isSameAs(arrived.get(2));
        assertThat(arrived.get(3)).isEqualTo(new UUID(5, 6));
    }

    @Test
    void unserializableJdkValueIsRefusedOnEncode() throws Exception {
        Coder<Object> coder = new KryoGraphCodec().open(ANYTHING);
        assertThatThrownBy(() -> coder.encode(new Thread("mine"), new Frame()))
                .hasStackTraceContaining("java.lang.Thread");
        Runnable plain = () -> {};
        assertThatThrownBy(() -> coder.encode(plain, new Frame())).hasStackTraceContaining("java.io.Serializable");
    }

    private static Object sentAndArrived(Object value) throws Exception {
        byte[] message = Messages.encode(new KryoGraphCodec().open(ANYTHING), value);
        return new KryoGraphCodec().open(ANYTHING).decode(Messages.received(message));
    }
}
