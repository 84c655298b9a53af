package dev.pipemark.codecs.bson;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import java.lang.reflect.ParameterizedType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.Convention;
import org.bson.codecs.pojo.Conventions;
import org.bson.codecs.pojo.PojoCodecProvider;
import org.bson.codecs.record.RecordCodecProvider;
import org.bson.conversions.Bson;

/** The driver's codec for the declared type, on a frame. */
final class BsonCoder<T> implements Coder<T> {
    /** The name of the only field of a document that wraps another value. */
    static final String FIELD = "value";

    private static final EncoderContext ENCODING = EncoderContext.builder().build();
    private static final DecoderContext DECODING = DecoderContext.builder().build();

    private final Codec<T> codec;
    private final boolean wrapped;
    private final FrameOutput output = new FrameOutput();

    private BsonCoder(Codec<T> codec, boolean wrapped) {
        this.codec = codec;
        this.wrapped = wrapped;
    }

    static <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        Class<?> type = shape.rawType();
        try {
            // The registry returns a codec for the declared type, which is T.
            @SuppressWarnings("unchecked")
            Codec<T> codec = (Codec<T>)
                    (shape.type() instanceof ParameterizedType generic
                            ? registry().get(type, List.of(generic.getActualTypeArguments()))
                            : registry().get(type));
            return new BsonCoder<>(codec, !isDocument(type));
        } catch (CodecConfigurationException e) {
            throw new UnsupportedShapeException(String.valueOf(e.getMessage()));
        }
    }

    /** The driver's default codecs, those for records and plain classes, and one for instants. */
    private static CodecRegistry registry() {
        return CodecRegistries.withUuidRepresentation(
                CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new InstantCodec()),
                        Bson.DEFAULT_CODEC_REGISTRY,
                        CodecRegistries.fromProviders(new RecordCodecProvider(), plainClasses())),
                UuidRepresentation.STANDARD);
    }

    /** By default, a null field is left out. The receiver keeps what its constructor sets. */
    private static PojoCodecProvider plainClasses() {
        List<Convention> conventions = new ArrayList<>(Conventions.DEFAULT_CONVENTIONS);
        conventions.add(model ->
                model.getPropertyModelBuilders().forEach(property -> property.propertySerialization(value -> true)));
        return PojoCodecProvider.builder()
                .automatic(true)
                .conventions(conventions)
                .build();
    }

    /** Whether the codec of a class writes a document: it does for maps, records and the author's own classes. */
    private static boolean isDocument(Class<?> type) {
        return Map.class.isAssignableFrom(type)
                || type.getClassLoader() != null
                        && !type.isArray()
                        && !type.isEnum()
                        && !Collection.class.isAssignableFrom(type);
    }

    @Override
    public void encode(T value, Frame out) throws FrameTooLargeException {
        output.begin(out);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(output)) {
            if (wrapped) {
                writer.writeStartDocument();
                writer.writeName(FIELD);
            }
            codec.encode(writer, value, ENCODING);
            if (wrapped) {
                writer.writeEndDocument();
            }
        } catch (FrameOutput.Full e) {
            throw e.reason();
        }
    }

    @Override
    public T decode(Frame in) {
        ByteBuffer message =
                ByteBuffer.wrap(in.array(), in.offset(), in.length()).slice();
        try (BsonBinaryReader reader = new BsonBinaryReader(message)) {
            if (!wrapped) {
                return codec.decode(reader, DECODING);
            }
            reader.readStartDocument();
            reader.readName(FIELD);
            T value = codec.decode(reader, DECODING);
            reader.readEndDocument();
            return value;
        }
    }
}
