package dev.pipemark.codecs.jackson;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import java.util.Map;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.smile.SmileMapper;

/**
 * One writer and one reader of Jackson 3 for the declared type. The mapper has its default settings. It recycles its
 * own buffers. It writes instants as ISO-8601 text and decimals as {@link java.math.BigDecimal#toString} does; both
 * read back exactly, while plain notation would lose a negative scale. It closes its output, which has no effect on a
 * frame.
 */
final class JacksonCoder<T> implements Coder<T> {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private JacksonCoder(ObjectMapper mapper, Shape<T> shape) {
        JavaType type = mapper.constructType(shape.type());
        writer = mapper.writerFor(type);
        reader = mapper.readerFor(type);
    }

    static <T> Coder<T> open(JacksonCodec.Format format, Shape<T> shape) {
        ObjectMapper mapper = switch (format) {
            case JSON -> named(JsonMapper.builder(), shape).build();
            case CBOR -> named(CBORMapper.builder(), shape).build();
            case SMILE -> named(SmileMapper.builder(), shape).build();
            case TYPED_JSON ->
                JsonMapper.builder()
                        .activateDefaultTyping(new AllowedClasses(shape), DefaultTyping.NON_FINAL)
                        .build();
        };
        return new JacksonCoder<>(mapper, shape);
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B named(B builder, Shape<?> shape) {
        SealedFamilies families = SealedFamilies.of(shape);
        families.types().forEach(type -> builder.addMixIn(type, TypeTag.class));
        for (Map.Entry<Class<?>, String> member : families.names().entrySet()) {
            builder.registerSubtypes(new NamedType(member.getKey(), member.getValue()));
        }
        return builder;
    }

    @Override
    public void encode(T value, Frame out) {
        writer.writeValue(out, value);
    }

    @Override
    public T decode(Frame in) {
        return reader.readValue(in.array(), in.offset(), in.length());
    }
}
