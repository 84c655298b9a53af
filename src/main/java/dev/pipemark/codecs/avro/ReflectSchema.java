package dev.pipemark.codecs.avro;

import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.reflect.ReflectData;
import org.jspecify.annotations.Nullable;

/**
 * The schema that Avro derives from the declared type of a shape. Avro derives one from nearly any class, although it
 * writes only the fields of the declared class, skips fields of the JDK's classes, and creates objects only by a
 * constructor without parameters. A value would then change without an error. This refuses such shapes.
 *
 * @param data the rules by which Avro uses the fields of the classes
 */
record ReflectSchema(Schema schema, ReflectData data) {
    /** Permits {@code null} in fields, as {@link ReflectData.AllowNull} does, which cannot be given a class loader. */
    private static final class NullableFields extends ReflectData {
        NullableFields(ClassLoader loader) {
            super(loader);
        }

        @Override
        protected Schema createFieldSchema(Field field, Map<String, Schema> names) {
            Schema schema = super.createFieldSchema(field, names);
            return field.getType().isPrimitive() ? schema : makeNullable(schema);
        }
    }

    static ReflectSchema of(Shape<?> shape) throws UnsupportedShapeException {
        if (shape.type().getTypeName().contains(Optional.class.getName())) {
            throw new UnsupportedShapeException("Avro makes an Optional only as a field");
        }
        ReflectData data = new NullableFields(ApplicationLoader.get());
        // Avro's other conversions for java.time cut the value.
        data.addLogicalTypeConversion(new TimeConversions.TimestampNanosConversion());
        data.addLogicalTypeConversion(new TimeConversions.LocalTimestampNanosConversion());
        data.addLogicalTypeConversion(new Conversions.UUIDConversion());
        Schema schema;
        try {
            schema = data.getSchema(shape.type());
        } catch (RuntimeException e) {
            // Avro reports some types by a failed cast.
            throw new UnsupportedShapeException("no schema for " + shape.type().getTypeName() + ": " + e.getMessage());
        }
        TrustedClasses.addAllOf(schema);
        ReflectSchema reflected = new ReflectSchema(schema, data);
        reflected.check(schema, shape.classes(), Collections.newSetFromMap(new IdentityHashMap<>()));
        return reflected;
    }

    private void check(Schema part, Set<Class<?>> classes, Set<Schema> seen) throws UnsupportedShapeException {
        if (!seen.add(part)) {
            return;
        }
        switch (part.getType()) {
            case RECORD -> {
                Class<?> type = data.getClass(part);
                String reason = type == null ? null : reasonAgainst(type, classes);
                if (reason != null) {
                    throw new UnsupportedShapeException(type.getName() + " " + reason);
                }
                for (Schema.Field field : part.getFields()) {
                    check(field.schema(), classes, seen);
                }
            }
            case ARRAY -> check(part.getElementType(), classes, seen);
            case MAP -> check(part.getValueType(), classes, seen);
            case UNION -> {
                for (Schema member : part.getTypes()) {
                    check(member, classes, seen);
                }
            }
            default -> {}
        }
    }

    /** Returns why objects of this class would not arrive as they are, or {@code null} if they would. */
    private static @Nullable String reasonAgainst(Class<?> type, Set<Class<?>> classes) {
        if (type.isRecord()) {
            return "is a record, whose fields Avro cannot set";
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            return "is abstract, and Avro writes no class names";
        }
        for (Class<?> parent = type; parent != null && parent != Object.class; parent = parent.getSuperclass()) {
            if (parent.getName().startsWith("java.")) {
                return "has fields of " + parent.getName() + ", which Avro skips";
            }
        }
        if (type == Object.class) {
            return "has no fields, and Avro writes no class names";
        }
        for (Class<?> other : classes) {
            if (other != type && type.isAssignableFrom(other)) {
                return "would arrive instead of its subclass " + other.getName();
            }
        }
        return Stream.of(type.getDeclaredConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0)
                ? null
                : "has no constructor without parameters";
    }
}
