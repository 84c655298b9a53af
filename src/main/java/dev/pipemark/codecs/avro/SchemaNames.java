package dev.pipemark.codecs.avro;

import dev.pipemark.api.Shape;
import dev.pipemark.api.WireFormat;
import dev.pipemark.codecs.shared.Mapped;
import java.util.Optional;

/**
 * The names of the types in {@code src/main/avro}, for programs in other languages. They are repeated here, since the
 * generated classes have them only when Avro is loaded.
 */
final class SchemaNames {
    private static final String NAMESPACE = "dev.pipemark.codecs.avro.schema.";

    private SchemaNames() {}

    /** Returns the format of the messages for a shape; empty if the shape has no schema. */
    static Optional<WireFormat> format(Shape<?> shape) {
        return Mapped.find(shape).map(SchemaNames::of).map(WireFormat::avro);
    }

    /** Returns the name of the type. For an array it returns the schema, since an array has no name. */
    private static String of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> NAMESPACE + "AvroMediaContent";
            case ORDER -> NAMESPACE + "AvroOrder";
            case READING -> NAMESPACE + "AvroReading";
            case READINGS -> "{\"type\":\"array\",\"items\":\"" + of(Mapped.READING) + "\"}";
        };
    }
}
