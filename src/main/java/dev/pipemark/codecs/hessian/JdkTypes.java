package dev.pipemark.codecs.hessian;

import com.caucho.hessian.io.AbstractSerializerFactory;
import com.caucho.hessian.io.AbstractStringValueDeserializer;
import com.caucho.hessian.io.CollectionSerializer;
import com.caucho.hessian.io.Deserializer;
import com.caucho.hessian.io.MapSerializer;
import com.caucho.hessian.io.Serializer;
import com.caucho.hessian.io.StringValueSerializer;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serializers for JDK classes whose private members Hessian would use by reflection. The JDK does not permit that since
 * Java 16. Values travel as text, as Hessian sends a {@link java.math.BigDecimal}.
 */
@SuppressWarnings("rawtypes") // Hessian's own signatures
final class JdkTypes extends AbstractSerializerFactory {
    /** Classes whose {@code toString} is complete, and how it is read. */
    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            BigInteger.class, BigInteger::new,
            Duration.class, Duration::parse,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            LocalDateTime.class, LocalDateTime::parse,
            UUID.class, UUID::fromString);

    private final Serializer collections = new CollectionSerializer();
    private final Serializer maps = new MapSerializer();

    @Override
    public @Nullable Serializer getSerializer(Class type) {
        if (TEXTS.containsKey(type)) {
            return StringValueSerializer.SER;
        }
        // Hessian would call the private writeReplace of immutable collections.
        if (type.getClassLoader() == null && Collection.class.isAssignableFrom(type)) {
            return collections;
        }
        return type.getClassLoader() == null && Map.class.isAssignableFrom(type) ? maps : null;
    }

    @Override
    public @Nullable Deserializer getDeserializer(Class type) {
        Function<String, Object> parse = TEXTS.get(type);
        return parse == null ? null : new Text(type, parse);
    }

    private static final class Text extends AbstractStringValueDeserializer {
        private final Class<?> type;
        private final Function<String, Object> parse;

        Text(Class<?> type, Function<String, Object> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public Class<?> getType() {
            return type;
        }

        @Override
        protected Object create(String text) {
            return parse.apply(text);
        }
    }
}
