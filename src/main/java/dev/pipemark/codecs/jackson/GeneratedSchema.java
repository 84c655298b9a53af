package dev.pipemark.codecs.jackson;

import dev.pipemark.api.UnsupportedShapeException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.avro.Schema;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.avro.AvroMapper;
import tools.jackson.dataformat.avro.AvroSchema;

/** The schema that Jackson generates for a type. Both sides generate the same one, since it does not travel. */
final class GeneratedSchema {
    private GeneratedSchema() {}

    static FormatSchema of(ObjectMapper mapper, JavaType type) throws UnsupportedShapeException {
        AvroSchema schema;
        try {
            schema = ((AvroMapper) mapper).schemaFor(type);
        } catch (JacksonException e) {
            throw new UnsupportedShapeException("no schema for " + type.toCanonical() + ": " + e.getOriginalMessage());
        }
        if (hasUndeclared(schema.getAvroSchema(), Collections.newSetFromMap(new IdentityHashMap<>()))) {
            throw new UnsupportedShapeException(
                    "no schema for " + type.toCanonical() + ": it does not say the type of all values");
        }
        return schema;
    }

    /** Whether a part is declared as {@code Object}. Jackson generates a record without fields for it. */
    private static boolean hasUndeclared(Schema part, Set<Schema> seen) {
        if (!seen.add(part)) {
            return false;
        }
        return switch (part.getType()) {
            case RECORD ->
                part.getFullName().equals(Object.class.getName())
                        || part.getFields().stream().anyMatch(field -> hasUndeclared(field.schema(), seen));
            case ARRAY -> hasUndeclared(part.getElementType(), seen);
            case MAP -> hasUndeclared(part.getValueType(), seen);
            case UNION -> part.getTypes().stream().anyMatch(member -> hasUndeclared(member, seen));
            default -> false;
        };
    }
}
