package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.serializers.FieldSerializer;
import com.esotericsoftware.kryo.serializers.ImmutableCollectionsSerializers;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Kryo with all classes registered. A class is a small number in a message, and an unknown class is refused. */
public final class KryoRegisteredCodec implements Codec {
    @Override
    public String id() {
        return "kryo-registered";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "shared references, cycles and functions; both sides register the same classes in the same order";
    }

    @Override
    public String library() {
        return "com.esotericsoftware:kryo";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(
                Use.DATA, Tier.QUICK, Use.RECORDS, Tier.QUICK, Use.HIERARCHIES, Tier.FULL, Use.SWEEPS, Tier.QUICK);
    }

    /** Bytes can select only registered classes, but a class in the wrong field has crashed the JVM. */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public Optional<Difference> differsFrom() {
        return Optional.of(new Difference("kryo", "registration"));
    }

    @Override
    public List<Declaration> declarations() {
        return KryoCodec.DECLARATIONS;
    }

    @Override
    public List<String> opens() {
        return KryoOpens.PACKAGES;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return new KryoCoder<>(new Setup(ApplicationLoader.get(), shape.classes(), FieldSerializer.class, false));
    }

    /**
     * Creates instances with every class registered.
     *
     * @param fields the serializer of classes that have none of their own
     * @param references whether an object that occurs twice is written once
     */
    record Setup(
            ClassLoader loader,
            Set<Class<?>> classes,
            @SuppressWarnings("rawtypes") Class<? extends Serializer> fields,
            boolean references)
            implements Supplier<Kryo> {
        @Override
        public Kryo get() {
            Kryo kryo = new Kryo();
            kryo.setClassLoader(loader);
            kryo.setRegistrationRequired(true);
            kryo.setReferences(references);
            // Registered first, so that the classes of the shape get ids that fit one byte.
            kryo.setDefaultSerializer(fields);
            classes.forEach(kryo::register);
            registerJdk(kryo);
            return kryo;
        }

        /** Registers the JDK classes that values may consist of, whichever list or map class a value uses. */
        private static void registerJdk(Kryo kryo) {
            List.of(
                            ArrayList.class,
                            LinkedList.class,
                            ArrayDeque.class,
                            HashMap.class,
                            LinkedHashMap.class,
                            TreeMap.class,
                            HashSet.class,
                            LinkedHashSet.class,
                            TreeSet.class,
                            Arrays.asList().getClass(),
                            Collections.emptyList().getClass(),
                            Collections.emptyMap().getClass(),
                            Collections.emptySet().getClass(),
                            Collections.singletonList(0).getClass(),
                            Collections.singletonMap(0, 0).getClass(),
                            Collections.singleton(0).getClass(),
                            BigInteger.class,
                            BigDecimal.class,
                            Instant.class,
                            Duration.class,
                            LocalDate.class,
                            LocalDateTime.class,
                            Optional.class,
                            byte[].class,
                            boolean[].class,
                            char[].class,
                            short[].class,
                            int[].class,
                            long[].class,
                            float[].class,
                            double[].class,
                            Object[].class,
                            String[].class)
                    .forEach(kryo::register);
            ImmutableCollectionsSerializers.registerSerializers(kryo);
        }
    }
}
