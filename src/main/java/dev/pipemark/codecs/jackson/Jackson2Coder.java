package dev.pipemark.codecs.jackson;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import java.io.IOException;
import org.msgpack.jackson.dataformat.MessagePackMapper;
import org.msgpack.jackson.dataformat.TimestampExtensionModule;

/** One writer and one reader of Jackson 2 for the declared type. */
final class Jackson2Coder<T> implements Coder<T> {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private Jackson2Coder(ObjectMapper mapper, Shape<T> shape) {
        SealedFamilies families = SealedFamilies.of(shape);
        families.types().forEach(type -> mapper.addMixIn(type, TypeTag.class));
        families.names().forEach((member, name) -> mapper.registerSubtypes(new NamedType(member, name)));
        JavaType type = mapper.constructType(shape.type());
        writer = mapper.writerFor(type);
        reader = mapper.readerFor(type);
    }

    static <T> Coder<T> open(Jackson2Codec.Format format, Shape<T> shape) {
        return new Jackson2Coder<>(
                switch (format) {
                    case JSON -> json();
                    case MESSAGE_PACK -> messagePack();
                },
                shape);
    }

    /**
     * Registers the modules for {@code java.time}, {@code Optional} and constructors, which Jackson 3 contains. Writes
     * dates and durations as ISO-8601 text, which is Jackson 3's default.
     */
    private static ObjectMapper json() {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module(), new ParameterNamesModule())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    /**
     * Writes instants as MessagePack timestamps, since the module that is registered last decides. Writes big numbers
     * as text. MessagePack has no integer beyond 64 bits and no decimal, so the mapper would refuse some numbers and
     * change the scale of others.
     */
    private static ObjectMapper messagePack() {
        return new MessagePackMapper()
                .handleBigIntegerAndBigDecimalAsString()
                .registerModules(
                        new JavaTimeModule(),
                        new Jdk8Module(),
                        new ParameterNamesModule(),
                        TimestampExtensionModule.INSTANCE)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        writer.writeValue(out, value);
    }

    @Override
    public T decode(Frame in) throws IOException {
        return reader.readValue(in.array(), in.offset(), in.length());
    }
}
