package dev.pipemark.cli;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;

/** A codec that no other part of the suite names. */
public final class Newcomer implements CodecProvider, Codec {
    static final String ID = "newcomer";

    /** Called by {@link java.util.ServiceLoader}. */
    public Newcomer() {}

    @Override
    public List<Codec> codecs() {
        return List.of(this);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.QUICK);
    }

    @Override
    public String givesUp() {
        return "nothing: it is here to be found";
    }

    @Override
    public String library() {
        return "org.example:newcomer";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return new Coder<>() {
            @Override
            public void encode(T value, Frame out) throws Exception {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
                    objects.writeObject(value);
                }
                out.write(bytes.toByteArray(), 0, bytes.size());
            }

            @Override
            @SuppressWarnings("unchecked") // the written object has the shape's type
            public T decode(Frame in) throws Exception {
                try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(in.toByteArray()))) {
                    return (T) objects.readObject();
                }
            }
        };
    }
}
