package dev.pipemark.codecs;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import java.util.List;

/** Helper methods of tests for codecs and messages. */
public final class Messages {
    private Messages() {}

    static List<Codec> allCodecs() {
        return new BuiltInCodecs().codecs();
    }

    static Codec codec(String id) {
        return allCodecs().stream()
                .filter(codec -> codec.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a received frame that holds this message after a few bytes of another. */
    public static Frame received(byte[] message) {
        byte[] array = new byte[Frame.HEADER + 5 + message.length];
        System.arraycopy(message, 0, array, Frame.HEADER + 5, message.length);
        Frame frame = new Frame();
        frame.view(array, Frame.HEADER + 5, message.length);
        return frame;
    }

    public static <T> byte[] encode(Coder<T> coder, T value) throws Exception {
        Frame frame = new Frame();
        coder.encode(value, frame);
        return frame.toByteArray();
    }
}
