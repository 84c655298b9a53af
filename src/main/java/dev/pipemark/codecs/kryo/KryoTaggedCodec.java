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
import java.util.stream.Stream;

/**
 * Kryo with a number on each field that is written; a number that the other side lacks is skipped. Classes say the numbers by
 * an annotation of Kryo's, and what has none is left out in silence: so a class without any is refused (<a
 * href="https://github.com/EsotericSoftware/kryo#taggedfieldserializer">Kryo, TaggedFieldSerializer</a>).
 */
public final class KryoTaggedCodec implements Codec {
    private static final String SOURCE = "https://github.com/EsotericSoftware/kryo#taggedfieldserializer";

    /** The suite's own beans have no annotation, so that none of this can be tried with them. */
    private static final List<Declaration> DECLARATIONS = Stream.concat(
                    KryoCodec.DECLARATIONS.stream(),
                    Stream.of(
                            new Declaration("a field added", "yes, with a tag of its own", SOURCE),
                            new Declaration("a field removed", "no: it is deprecated, and stays", SOURCE),
                            new Declaration("a field renamed", "yes: tags travel, no names", SOURCE)))
            .toList();

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

    /** No class of the suite's is annotated. */
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
        return DECLARATIONS;
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
                        "no field of " + type.getName() + " has a @Tag, so that nothing of it would be written");
            }
        }
        return new KryoCoder<>(
                new KryoRegisteredCodec.Setup(ApplicationLoader.get(), shape.classes(), TaggedFieldSerializer.class));
    }

    /** Whether the class has fields, and Kryo no other serializer for it. */
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
