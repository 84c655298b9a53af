package dev.pipemark.codecs.jackson;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import tools.jackson.core.FormatSchema;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * One writer and one reader of Jackson 3 for the declared type. The mapper has its default settings. It recycles its
 * own buffers. It writes instants as ISO-8601 text and decimals as {@link java.math.BigDecimal#toString} does; both
 * read back exactly, while plain notation would lose a negative scale. It closes its output, which has no effect on a
 * frame.
 */
final class JacksonCoder<T> implements Coder<T> {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private JacksonCoder(ObjectWriter writer, ObjectReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    static <T> Coder<T> open(JacksonFormat format, JacksonSetup setup, Shape<T> shape)
            throws UnsupportedShapeException {
        ObjectMapper mapper = JacksonMappers.of(format, setup, shape);
        JavaType type = mapper.constructType(shape.type());
        ObjectWriter writer = mapper.writerFor(type);
        ObjectReader reader = mapper.readerFor(type);
        if (format != JacksonFormat.AVRO) {
            return new JacksonCoder<>(writer, reader);
        }
        FormatSchema schema = GeneratedSchema.of(mapper, type);
        return new JacksonCoder<>(writer.with(schema), reader.with(schema));
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
