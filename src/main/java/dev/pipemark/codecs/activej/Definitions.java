package dev.pipemark.codecs.activej;

import dev.pipemark.api.UnsupportedShapeException;
import io.activej.serializer.CompatibilityLevel;
import io.activej.serializer.def.ForwardingSerializerDef;
import io.activej.serializer.def.SerializerDef;
import io.activej.serializer.def.SerializerDefWithNullable;
import io.activej.serializer.def.SerializerDefs;
import io.activej.serializer.def.impl.EnumSerializerDef;
import io.activej.serializer.def.impl.SubclassSerializerDef;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes definitions from declared types. If a declared type may have subclasses, its definition admits only objects of the
 * classes that the shape lists.
 */
final class Definitions {
    private final Set<Class<?>> classes;
    private final Map<Type, SerializerDef> known = new HashMap<>();

    Definitions(Set<Class<?>> classes) {
        this.classes = classes;
        known.putAll(Scalars.all());
    }

    /**
     * Returns the definition of a type, which does not admit {@code null}.
     *
     * @throws UnsupportedShapeException if the type or a part of it has no definition
     */
    SerializerDef define(Type type) throws UnsupportedShapeException {
        SerializerDef before = known.get(type);
        if (before != null) {
            return before;
        }
        Itself itself = new Itself();
        known.put(type, itself);
        SerializerDef made;
        if (type instanceof ParameterizedType generic) {
            made = Collections.define((Class<?>) generic.getRawType(), arguments(generic));
        } else if (type instanceof Class<?> plain) {
            made = define(plain);
        } else {
            throw new UnsupportedShapeException("ActiveJ needs a class where " + type.getTypeName() + " is declared");
        }
        itself.definition = made;
        known.put(type, made);
        return made;
    }

    private List<SerializerDef> arguments(ParameterizedType type) throws UnsupportedShapeException {
        List<SerializerDef> arguments = new ArrayList<>();
        for (Type argument : type.getActualTypeArguments()) {
            arguments.add(defineNullable(argument));
        }
        return arguments;
    }

    /** Returns the definition of a type. It admits {@code null} if the type does. */
    SerializerDef defineNullable(Type type) throws UnsupportedShapeException {
        SerializerDef definition = define(type);
        if (type instanceof Class<?> plain && plain.isPrimitive()) {
            return definition;
        }
        return definition instanceof SerializerDefWithNullable able
                ? able.ensureNullable(CompatibilityLevel.LEVEL_4)
                : SerializerDefs.ofNullable(definition);
    }

    // The cast is safe, because isEnum() is true.
    @SuppressWarnings("unchecked")
    private SerializerDef define(Class<?> type) throws UnsupportedShapeException {
        if (type.isArray()) {
            return SerializerDefs.ofArray(defineNullable(type.getComponentType()));
        }
        if (type.isEnum()) {
            return new EnumSerializerDef((Class<? extends Enum<?>>) type, false);
        }
        return Modifier.isFinal(type.getModifiers()) ? Members.define(type, this) : family(type);
    }

    private SerializerDef family(Class<?> type) throws UnsupportedShapeException {
        Set<Class<?>> candidates = new LinkedHashSet<>(Set.of(type));
        candidates.addAll(classes);
        SubclassSerializerDef.Builder family = SubclassSerializerDef.builder(type);
        boolean empty = true;
        for (Class<?> each : candidates) {
            if (type.isAssignableFrom(each) && !Modifier.isAbstract(each.getModifiers())) {
                family.withSubclass(
                        each,
                        each.isEnum() || Modifier.isFinal(each.getModifiers())
                                ? define((Type) each)
                                : Members.define(each, this));
                empty = false;
            }
        }
        if (empty) {
            throw new UnsupportedShapeException("the shape lists no class for the declared type " + type.getName());
        }
        return family.build();
    }

    /** Stands for a definition that is not complete yet. The definition of a class that contains itself needs it. */
    private static final class Itself extends ForwardingSerializerDef {
        private @Nullable SerializerDef definition;

        @Override
        protected SerializerDef serializer() {
            return Objects.requireNonNull(definition);
        }
    }
}
