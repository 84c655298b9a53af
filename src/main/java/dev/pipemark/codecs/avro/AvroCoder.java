package dev.pipemark.codecs.avro;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.shared.Mapped;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.reflect.ReflectDatumReader;
import org.apache.avro.reflect.ReflectDatumWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one schema without the schema, which both sides have. The encoder and the decoder are
 * used again, as <a href="https://avro.apache.org/docs/1.12.0/api/java/org/apache/avro/io/EncoderFactory.html">the
 * factories</a> recommend. A datum that was converted is used again for the next message, as <a
 * href="https://avro.apache.org/docs/1.12.0/getting-started-java/">Avro's guide</a> recommends.
 */
final class AvroCoder<T, D> implements Coder<T> {
    private final AvroMapping<T, D> mapping;
    private final DatumWriter<D> writer;
    private final DatumReader<D> reader;
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;
    private @Nullable D used;

    private AvroCoder(AvroMapping<T, D> mapping, DatumWriter<D> writer, DatumReader<D> reader) {
        this.mapping = mapping;
        this.writer = writer;
        this.reader = reader;
    }

    /** The cast is safe because {@code shape} stands for the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> specific(Mapped shape) {
        AvroMapping<T, Object> mapping = (AvroMapping<T, Object>) SpecificMappings.of(shape);
        Schema schema = mapping.schema();
        TrustedClasses.addAllOf(schema);
        return new AvroCoder<>(mapping, new SpecificDatumWriter<>(schema), new SpecificDatumReader<>(schema));
    }

    /** The cast is safe because {@code shape} stands for the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> generic(Mapped shape) {
        AvroMapping<T, Object> mapping = (AvroMapping<T, Object>) GenericMappings.of(shape);
        Schema schema = mapping.schema();
        return new AvroCoder<>(mapping, new GenericDatumWriter<>(schema), new GenericDatumReader<>(schema));
    }

    static <T> Coder<T> reflect(Shape<T> shape) throws UnsupportedShapeException {
        ReflectSchema reflected = ReflectSchema.of(shape);
        Schema schema = reflected.schema();
        return new AvroCoder<>(
                new Unchanged<T>(schema),
                new ReflectDatumWriter<>(schema, reflected.data()),
                new ReflectDatumReader<>(schema, schema, reflected.data()));
    }

    /** Drops the encoder if this fails: it would write the rest of its buffer in front of the next message. */
    @Override
    public void encode(T value, Frame out) throws IOException {
        D datum = mapping.toDatum(value);
        BinaryEncoder current = EncoderFactory.get().binaryEncoder(out, encoder);
        encoder = null;
        writer.write(datum, current);
        current.flush();
        encoder = current;
    }

    @Override
    public T decode(Frame in) throws IOException {
        BinaryDecoder current = DecoderFactory.get().binaryDecoder(in.array(), in.offset(), in.length(), decoder);
        decoder = current;
        D datum = reader.read(used, current);
        if (!current.isEnd()) {
            throw new IOException("bytes are left behind the value");
        }
        // The caller keeps a datum that is not converted.
        used = mapping instanceof Unchanged ? null : datum;
        return mapping.fromDatum(datum);
    }

    /** The mapping of objects that Avro reads and writes itself. */
    private record Unchanged<T>(Schema schema) implements AvroMapping<T, T> {
        @Override
        public T toDatum(T value) {
            return value;
        }

        @Override
        public T fromDatum(T datum) {
            return datum;
        }
    }
}
