package dev.pipemark.codecs;

import com.esotericsoftware.kryo.Kryo;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import java.util.function.Supplier;

/** Kryo as it comes, except that classes need no registration: their names travel instead. */
final class KryoCodec implements Codec {
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
    public boolean safeForUntrustedBytes() {
        return false;
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
