package dev.pipemark.codecs;

import com.esotericsoftware.kryo.Kryo;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;

/** Kryo set up to carry as much as it can: graphs with identity, functions, and JDK classes with private state. */
final class KryoGraphCodec implements Codec {
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
        return "speed and size for reach: every reference is tracked, names of unregistered classes travel, and JDK or"
                + " hook classes go through java.io";
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
        ClassLoader loader = ApplicationLoader.get();
        return new KryoCoder<>(() -> {
            Kryo kryo = new GraphKryo(loader);
            shape.classes().forEach(kryo::register);
            return kryo;
        });
    }
}
