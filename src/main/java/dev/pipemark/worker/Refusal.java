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
 * The reason why a request could not be answered.
 *
 * @param stage the stage that failed
 * @param error class and message of the exception and of its causes
 * @param stack the stack trace in the process that threw the exception
 */
public record Refusal(Stage stage, String error, String stack) {
    /** The stage of a request that failed. */
    public enum Stage {
        /** The codec declared, before it tried, that it does not carry the shape. */
        OPEN,
        ENCODE,
        DECODE,
        /** The function did not arrive. */
        FUNCTION,
        /** The value arrived but could not be used. */
        USE,
        /** The result could not be encoded. */
        ENCODE_REPLY,
        /** The result could not be decoded. */
        DECODE_REPLY,
        /** The payload could not create or compare a value. The codec is not at fault. */
        PAYLOAD,
        /** The suite itself failed. */
        PROTOCOL
    }

    private static final int CAUSES = 5;

    /** The maximum number of characters. A message may contain the whole refused value. */
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
            // An exception's own methods may throw as well.
            error.append("; its cause is not available: ").append(e.getClass().getSimpleName());
        }
        return new Refusal(stage, error.toString(), cut(stack(thrown)));
    }

    private static String cut(String text) {
        // Keep the end: some libraries name the field at the end of a long path.
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
            stack.write(", whose stack trace is not available: " + e.getClass().getName());
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
            // An exception's own methods may throw as well.
            message = "(its message is not available: " + e.getClass().getSimpleName() + ")";
        }
        // Cut each message separately: the message of the cause comes after a message that may be as long as the value.
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

    /** {@link DataOutputStream#writeUTF} is limited to 64 KiB. A stack trace may be longer. */
    public static void writeText(DataOutputStream data, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    public static String readText(DataInputStream data) throws IOException {
        return new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
    }
}
