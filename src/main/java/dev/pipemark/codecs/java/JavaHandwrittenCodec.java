package dev.pipemark.codecs.java;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.Mapped;
import java.io.IOException;
import java.util.Map;

/** Code written for each class with the JDK alone. It is a lower bound for Java. */
public final class JavaHandwrittenCodec implements Codec {
    @Override
    public String id() {
        return "java-handwritten";
    }

    @Override
    public Badge badge() {
        return Badge.HAND_WRITTEN;
    }

    @Override
    public String givesUp() {
        return "every class needs code of its own, and both sides need the same version of this code; numbers are not packed";
    }

    @Override
    public String library() {
        return "jdk";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.STANDARD);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    /** The cast is safe because the mapping was chosen by the shape of {@code T}. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return new Handwritten<>((JavaMapping<T>) JavaMappings.of(Mapped.of(shape, "hand-written")));
    }

    private static final class Handwritten<T> implements Coder<T> {
        private final JavaMapping<T> mapping;
        private final FrameWriter writer = new FrameWriter();
        private final FrameReader reader = new FrameReader();

        Handwritten(JavaMapping<T> mapping) {
            this.mapping = mapping;
        }

        @Override
        public void encode(T value, Frame out) throws IOException {
            mapping.write(value, writer.at(out));
            writer.finish();
        }

        @Override
        public T decode(Frame in) throws IOException {
            return mapping.read(reader.at(in));
        }
    }
}
