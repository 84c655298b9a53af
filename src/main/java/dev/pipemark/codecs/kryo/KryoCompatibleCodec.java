package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.CompatibleFieldSerializer;
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
 * Kryo with the names of fields in its messages, so either side may have fields that the other side lacks. It is set up
 * as Kryo's documentation shows (<a href="https://github.com/EsotericSoftware/kryo#compatiblefieldserializer">Kryo,
 * CompatibleFieldSerializer</a>).
 */
public final class KryoCompatibleCodec implements Codec {
    @Override
    public String id() {
        return "kryo-compatible";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "size: messages name the fields, so classes may change; shared references, cycles and functions; both sides"
                + " register the same classes in the same order";
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
    public Optional<Difference> differsFrom() {
        return Optional.of(new Difference("kryo-registered", "compatible fields"));
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
        return new KryoCoder<>(new KryoRegisteredCodec.Setup(
                ApplicationLoader.get(), shape.classes(), CompatibleFieldSerializer.class, false));
    }
}
