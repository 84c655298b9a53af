package dev.pipemark.codecs.raw;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.Map;

/** The control. It copies bytes into the frame, and out of it into a new array. */
public final class RawCodec implements Codec {
    @Override
    public String id() {
        return "raw";
    }

    @Override
    public Badge badge() {
        return Badge.CONTROL;
    }

    @Override
    public String givesUp() {
        return "every type except byte[]: it copies the array twice, and shows the lower limit for serializers";
    }

    @Override
    public String library() {
        return "jdk";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of();
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        if (shape.rawType() != byte[].class) {
            throw new UnsupportedShapeException("carries byte[] only");
        }
        // The shape's type is byte[], so T is byte[].
        @SuppressWarnings("unchecked")
        Coder<T> coder = (Coder<T>) new RawCoder();
        return coder;
    }

    private static final class RawCoder implements Coder<byte[]> {
        @Override
        public void encode(byte[] value, Frame out) throws FrameTooLargeException {
            out.write(value, 0, value.length);
        }

        @Override
        public byte[] decode(Frame in) {
            return in.toByteArray();
        }
    }
}
