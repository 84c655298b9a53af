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
import java.util.function.Supplier;

/** Kryo with default settings, except that classes need no registration: messages contain their names. */
public final class KryoCodec implements Codec {
    static final List<Declaration> DECLARATIONS = List.of(
            new Declaration(
                    Declaration.THREADS,
                    "no: an instance for each thread",
                    "https://github.com/EsotericSoftware/kryo#thread-safety"),
            new Declaration(
                    Declaration.CROSS_LANGUAGE,
                    "no: made for Java on both sides",
                    "https://github.com/EsotericSoftware/kryo#interoperability"));

    @Override
    public String id() {
        return "kryo";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public String givesUp() {
        return "shared references, cycles and functions; class names travel with every message";
    }

    @Override
    public String library() {
        return "com.esotericsoftware:kryo";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL, Use.HIERARCHIES, Tier.FULL);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<String> opens() {
        return KryoOpens.PACKAGES;
    }

    @Override
    public List<Declaration> declarations() {
        return DECLARATIONS;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return new KryoCoder<>(new Setup(ApplicationLoader.get()));
    }

    private record Setup(ClassLoader loader) implements Supplier<Kryo> {
        @Override
        public Kryo get() {
            Kryo kryo = new Kryo();
            kryo.setClassLoader(loader);
            kryo.setRegistrationRequired(false);
            return kryo;
        }
    }
}
