package dev.pipemark.codecs.activej;

import dev.pipemark.api.UnsupportedShapeException;
import io.activej.serializer.def.SerializerDef;
import io.activej.serializer.def.impl.ClassSerializerDef;
import io.activej.serializer.def.impl.ClassSerializerDef.PropertyDef;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Definitions of records, and of classes with public fields. */
final class Members {
    private Members() {}

    /**
     * Returns the definition of a class by its members.
     *
     * @throws UnsupportedShapeException if generated code cannot use the class, or a member has no definition
     */
    static SerializerDef define(Class<?> type, Definitions definitions) throws UnsupportedShapeException {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                throw refused(type, "the class " + each.getName() + " is not public");
            }
        }
        if (type.getClassLoader() == null || type.isAnonymousClass() || type.isLocalClass()) {
            throw refused(type, "it has no public members for all of its state");
        }
        ClassSerializerDef.Builder definition = ClassSerializerDef.builder(type);
        try {
            if (type.isRecord()) {
                components(type, definition, definitions);
            } else {
                fields(type, definition, definitions);
            }
        } catch (NoSuchMethodException e) {
            throw refused(type, "it has no public constructor without parameters");
        }
        return definition.build();
    }

    private static void components(Class<?> type, ClassSerializerDef.Builder definition, Definitions definitions)
            throws UnsupportedShapeException, NoSuchMethodException {
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent each : components) {
            definition.withPropertyDef(new PropertyDef(
                    each.getAccessor(), definitions.defineNullable(each.getGenericType()), each.getName()));
        }
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        definition.withConstructor(type.getConstructor(types), names);
    }

    private static void fields(Class<?> type, ClassSerializerDef.Builder definition, Definitions definitions)
            throws UnsupportedShapeException, NoSuchMethodException {
        definition.withConstructor(type.getConstructor(), List.of());
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers)) {
                    continue;
                }
                if (!Modifier.isPublic(modifiers) || Modifier.isFinal(modifiers)) {
                    throw refused(type, "the field " + field.getName() + " is not public, or is final");
                }
                definition.withPropertyDef(
                        new PropertyDef(field, definitions.defineNullable(field.getGenericType()), field.getName()));
            }
        }
    }

    private static UnsupportedShapeException refused(Class<?> type, String why) {
        return new UnsupportedShapeException("ActiveJ cannot serialize " + type.getName() + ": " + why);
    }
}
