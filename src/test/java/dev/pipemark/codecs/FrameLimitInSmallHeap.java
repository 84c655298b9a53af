package dev.pipemark.codecs;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import java.util.Arrays;

/** Encodes a value larger than a frame, then a small one, with every codec that carries bytes. */
final class FrameLimitInSmallHeap {
    private FrameLimitInSmallHeap() {}

    public static void main(String[] arguments) throws Exception {
        byte[] large = new byte[Frame.limit() + 1];
        byte[] small = {1, 2, 3};
        for (Codec codec : Messages.allCodecs()) {
            Coder<byte[]> coder;
            try {
                coder = codec.open(Shape.of(byte[].class));
            } catch (UnsupportedShapeException e) {
                continue;
            }
            Frame frame = new Frame();
            String answer;
            try {
                coder.encode(large, frame);
                answer = "took it";
            } catch (Exception e) {
                answer = e.getClass().getSimpleName();
            } catch (OutOfMemoryError e) {
                // The library collects a whole message in arrays of its own before it writes the message. Its coder is
                // not used again.
                answer = "OutOfMemoryError";
                coder = codec.open(Shape.of(byte[].class));
                frame = new Frame();
            }
            frame.rewind();
            coder.encode(small, frame);
            System.out.println(codec.id() + ": " + answer + ", "
                    + (frame.array().length <= Frame.limit() ? "within" : "beyond") + " the limit, then "
                    + Arrays.toString(coder.decode(frame)));
        }
    }
}
