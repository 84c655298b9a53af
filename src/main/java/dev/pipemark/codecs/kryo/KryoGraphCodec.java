package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.Kryo;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Kryo configured to carry as much as it can: graphs with identity, functions, and JDK classes with private state. */
public final class KryoGraphCodec implements Codec {
    @Override
    public String id() {
        return "kryo-graph";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "speed and size, to carry more types: every reference is tracked, names of unregistered classes travel, and"
                + " java.io writes classes of the JDK and classes with serialization hooks";
    }

    @Override
    public String library() {
        return "com.esotericsoftware:kryo";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(
                Use.DATA,
                Tier.FULL,
                Use.RECORDS,
                Tier.STANDARD,
                Use.HIERARCHIES,
                Tier.QUICK,
                Use.GRAPHS,
                Tier.QUICK,
                Use.FUNCTIONS,
                Tier.QUICK);
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
    public <T> Coder<T> open(Shape<T> shape) {
        return new KryoCoder<>(new Setup(ApplicationLoader.get(), shape.classes()));
    }

    private record Setup(ClassLoader loader, Set<Class<?>> classes) implements Supplier<Kryo> {
        @Override
        public Kryo get() {
            Kryo kryo = new GraphKryo(loader);
            classes.forEach(kryo::register);
            return kryo;
        }
    }
}
