package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.FieldSerializer;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kryo with all classes registered and with references: an object that occurs twice is written once (<a
 * href="https://github.com/EsotericSoftware/kryo#references">Kryo, References</a>).
 */
public final class KryoRegisteredRefsCodec implements Codec {
    @Override
    public String id() {
        return "kryo-registered-refs";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "speed, to carry shared references and cycles: every reference is tracked; functions; both sides"
                + " register the same classes in the same order";
    }

    @Override
    public String library() {
        return "com.esotericsoftware:kryo";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL, Use.HIERARCHIES, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public Optional<Difference> differsFrom() {
        return Optional.of(new Difference("kryo-registered", "references"));
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
        return new KryoCoder<>(
                new KryoRegisteredCodec.Setup(ApplicationLoader.get(), shape.classes(), FieldSerializer.class, true));
    }
}
