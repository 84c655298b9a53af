package dev.pipemark.codecs.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.pipemark.api.Shape;
import java.util.Collection;
import java.util.stream.Stream;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.dataformat.avro.AvroMapper;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.ion.IonObjectMapper;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.module.afterburner.AfterburnerModule;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Builds Jackson 3's mappers. Each library beside Jackson itself is used in a class of its own, so only its own codecs
 * need its jar.
 */
final class JacksonMappers {
    private JacksonMappers() {}

    static ObjectMapper of(JacksonFormat format, JacksonSetup setup, Shape<?> shape) {
        MapperBuilder<?, ?> builder = switch (format) {
            case JSON -> JsonMapper.builder();
            case CBOR -> Cbor.builder();
            case SMILE -> Smile.builder();
            case ION -> Ion.builder();
            case AVRO -> Avro.builder();
        };
        if (setup == JacksonSetup.CLASS_NAMES) {
            builder.activateDefaultTyping(new AllowedClasses(shape), DefaultTyping.NON_FINAL);
        } else {
            nameMembers(builder, SealedFamilies.of(shape));
        }
        switch (setup) {
            case PLAIN, CLASS_NAMES -> {}
            case ARRAYS -> writeArrays(builder, shape);
            case BLACKBIRD -> builder.addModule(Blackbird.module());
            case AFTERBURNER -> builder.addModule(Afterburner.module());
        }
        return builder.build();
    }

    private static void nameMembers(MapperBuilder<?, ?> builder, SealedFamilies families) {
        families.types().forEach(type -> builder.addMixIn(type, TypeTag.class));
        families.names().forEach((member, name) -> builder.registerSubtypes(new NamedType(member, name)));
    }

    /**
     * Sets arrays as the format of each class of the author. It is not set as the mapper's default, because it would
     * then also apply to enums and to {@code java.time}. A class that refers to itself stays an object: Jackson 3.2.2
     * makes no reader for it otherwise.
     */
    private static void writeArrays(MapperBuilder<?, ?> builder, Shape<?> shape) {
        // Otherwise a value that a getter computes would be written, and read into the next field.
        builder.enable(MapperFeature.REQUIRE_SETTERS_FOR_GETTERS);
        JsonFormat.Value array = JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
        Stream.of(shape.classes(), SealedFamilies.of(shape).names().keySet())
                .flatMap(Collection::stream)
                .filter(type -> !type.isArray() && !SealedFamilies.isJdk(type) && !Enum.class.isAssignableFrom(type))
                .filter(type -> !SelfReference.in(type))
                .forEach(type -> builder.withConfigOverride(type, override -> override.setFormat(array)));
    }

    private static final class Cbor {
        static MapperBuilder<?, ?> builder() {
            return CBORMapper.builder();
        }
    }

    private static final class Smile {
        static MapperBuilder<?, ?> builder() {
            return SmileMapper.builder();
        }
    }

    /** Ion has a text form also, which is the default. */
    private static final class Ion {
        static MapperBuilder<?, ?> builder() {
            return IonObjectMapper.builderForBinaryWriters();
        }
    }

    private static final class Avro {
        static MapperBuilder<?, ?> builder() {
            return AvroMapper.builder();
        }
    }

    private static final class Blackbird {
        static JacksonModule module() {
            return new BlackbirdModule();
        }
    }

    private static final class Afterburner {
        static JacksonModule module() {
            return new AfterburnerModule();
        }
    }
}
