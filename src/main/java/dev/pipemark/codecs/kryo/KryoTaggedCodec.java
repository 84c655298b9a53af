package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kryo with a number for each field in its messages. An annotation of Kryo in the class gives the number. Kryo silently
 * leaves out fields without the annotation, so this codec refuses a class in which no field has it. By default, a receiver
 * refuses a number that its class lacks (<a
 * href="https://github.com/EsotericSoftware/kryo#taggedfieldserializer">Kryo, TaggedFieldSerializer</a>).
 */
public final class KryoTaggedCodec implements Codec {
    @Override
    public String id() {
        return "kryo-tagged";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "classes without @Tag on their fields; shared references, cycles and functions; both sides register the same"
                + " classes in the same order";
    }

    @Override
    public String library() {
        return "com.esotericsoftware:kryo";
    }

    /** The suite's classes have no annotation, so this codec carries only values of the JDK. */
    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return KryoCodec.DECLARATIONS;
    }

    @Override
    public Optional<Class<?>> evolving() {
        return Optional.of(TaggedBase.class);
    }

    @Override
    public List<String> opens() {
        return KryoOpens.PACKAGES;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        for (Class<?> type : shape.classes()) {
            if (fieldByField(type) && fields(type).noneMatch(KryoTaggedCodec::tagged)) {
                throw new UnsupportedShapeException(
                        "no field of " + type.getName() + " has a @Tag, so Kryo would write none of them");
            }
        }
        return new KryoCoder<>(new KryoRegisteredCodec.Setup(
                ApplicationLoader.get(), shape.classes(), TaggedFieldSerializer.class, false));
    }

    /** Whether Kryo writes the class field by field, because it has no other serializer for it. */
    private static boolean fieldByField(Class<?> type) {
        return !JavaIoClasses.isJdk(type)
                && !type.isArray()
                && !type.isEnum()
                && !type.isRecord()
                && fields(type).findAny().isPresent();
    }

    private static Stream<Field> fields(Class<?> type) {
        Stream<Class<?>> line =
                Stream.iterate(type, each -> each != null && each != Object.class, Class::getSuperclass);
        return line.flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()));
    }

    private static boolean tagged(Field field) {
        return field.isAnnotationPresent(TaggedFieldSerializer.Tag.class);
    }
}
