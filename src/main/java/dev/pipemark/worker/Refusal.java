package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * Why a request could not be answered.
 *
 * @param stage what was being done
 * @param error class and message of the exception, with its causes
 * @param stack the stack trace in the process where it happened
 */
public record Refusal(Stage stage, String error, String stack) {
    /** What was being done when it failed. */
    public enum Stage {
        /** The codec does not carry the shape, and says so before it tries. */
        OPEN,
        ENCODE,
        DECODE,
        /** The function did not arrive. */
        FUNCTION,
        /** The value arrived and could not be used. */
        USE,
        /** The result could not be encoded. */
        ENCODE_REPLY,
        /** The result could not be decoded. */
        DECODE_REPLY,
        /** The payload could not make or compare a value; no codec is at fault. */
        PAYLOAD,
        /** The suite itself. */
        PROTOCOL
    }

    private static final int CAUSES = 5;

    /** Characters: a message may hold the whole value that was refused. */
    private static final int LONGEST = 64 * 1024;

    public static Refusal of(Stage stage, Throwable thrown) {
        StringBuilder error = new StringBuilder(describe(thrown));
        try {
            Throwable cause = thrown.getCause();
            for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
                String text = describe(cause);
                if (error.indexOf(text) < 0) {
                    error.append("; caused by ").append(text);
                }
            }
        } catch (RuntimeException | Error e) {
            // Whoever writes exceptions may make mistakes in them as well.
            error.append("; its cause could not be had: ").append(e.getClass().getSimpleName());
        }
        return new Refusal(stage, error.toString(), cut(stack(thrown)));
    }

    private static String cut(String text) {
        // Some libraries name the field at the end of a long path.
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " ... " + text.substring(text.length() - LONGEST / 2);
    }

    private static String stack(Throwable thrown) {
        StringWriter stack = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(stack));
        } catch (RuntimeException | Error e) {
            stack.write(thrown.getClass().getName());
            frames(thrown, stack);
        }
        return stack.toString();
    }

    private static void frames(Throwable thrown, StringWriter stack) {
        try {
            for (StackTraceElement frame : thrown.getStackTrace()) {
                stack.write("\n\tat " + frame);
            }
        } catch (RuntimeException | Error e) {
            stack.write(", whose stack could not be had: " + e.getClass().getName());
        }
    }

    private static String describe(Throwable thrown) {
        if (thrown instanceof UnsupportedShapeException || thrown instanceof PayloadException) {
            return String.valueOf(thrown.getMessage());
        }
        String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException | Error e) {
            // Whoever writes exceptions may make mistakes in them as well.
            message = "(its message could not be had: " + e.getClass().getSimpleName() + ")";
        }
        // Each by itself: what caused it comes behind a message that may be as long as the value.
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + cut(message.strip()));
    }

    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeUTF(stage.name());
        writeText(data, error);
        writeText(data, stack);
    }

    public static Refusal read(Frame in) throws IOException {
        return read(new DataInputStream(in.input()));
    }

    public static Refusal read(DataInputStream data) throws IOException {
        return new Refusal(Stage.valueOf(data.readUTF()), readText(data), readText(data));
    }

    /** {@link DataOutputStream#writeUTF} ends at 64 KiB, which a stack trace may exceed. */
    public static void writeText(DataOutputStream data, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    public static String readText(DataInputStream data) throws IOException {
        return new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
    }
}
