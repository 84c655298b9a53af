package dev.pipemark.capability;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Refusal.Stage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One large message. Workers exchange it through a file, so the heap of the process that asks them does not limit it.
 *
 * @param text whether the value is a string of ASCII characters. Otherwise it is an array of bytes.
 * @param bytes its size before encoding
 */
record LargeMessage(boolean text, int bytes, Path file) {
    private static final long SEED = 42;
    private static final int ASCII = 0x3f;

    byte[] toQuestion() {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(question);
            out.writeBoolean(text);
            out.writeInt(bytes);
            out.writeUTF(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return question.toByteArray();
    }

    static LargeMessage read(DataInputStream in) throws IOException {
        return new LargeMessage(in.readBoolean(), in.readInt(), Path.of(in.readUTF()));
    }

    Shape<?> shape() {
        return text ? Shape.of(String.class) : Shape.of(byte[].class);
    }

    void encode(Coder<Object> coder) throws IOException, Failure {
        Frame frame = new Frame();
        try {
            byte[] content = content();
            coder.encode(text ? new String(content, StandardCharsets.US_ASCII) : content, frame);
        } catch (Throwable e) {
            throw new Failure(Stage.ENCODE, e);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(frame.array(), frame.offset(), frame.length());
        }
    }

    /** Decodes the message and returns the difference, or empty if there is none. */
    String arrive(Coder<Object> coder) throws IOException, Failure {
        Frame frame = new Frame();
        int size = Math.toIntExact(Files.size(file));
        frame.reserve(size);
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(frame.array(), frame.end(), size);
            frame.adopt(frame.array(), frame.offset(), frame.end() + read);
        }
        return difference(Steps.decode(coder, frame));
    }

    private String difference(@Nullable Object arrived) {
        byte[] content;
        if (arrived instanceof byte[] array && !text) {
            content = array;
        } else if (arrived instanceof String string && text) {
            content = string.getBytes(StandardCharsets.US_ASCII);
        } else {
            return "arrives as " + (arrived == null ? "null" : "a " + Types.name(arrived.getClass()));
        }
        int at = Arrays.mismatch(content(), content);
        return at < 0 ? "" : "differs from byte " + at + " on, " + content.length + " of " + bytes + " arrived";
    }

    /** Returns the same content in every JVM. No codec can shorten it. */
    private byte[] content() {
        byte[] content = new byte[bytes];
        new SplittableRandom(SEED).nextBytes(content);
        if (text) {
            for (int i = 0; i < bytes; i++) {
                content[i] = (byte) ('0' + (content[i] & ASCII));
            }
        }
        return content;
    }
}
