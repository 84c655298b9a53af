package dev.pipemark.codecs.java;

import dev.pipemark.api.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output of {@link FrameWriter}. It never reads beyond the message, and never allocates more than the message
 * can fill.
 */
final class FrameReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] array = {};
    private int position;
    private int end;

    /** Starts at the beginning of the message in {@code in}. */
    FrameReader at(Frame in) {
        array = in.array();
        position = in.offset();
        end = in.end();
        return this;
    }

    boolean bool() throws IOException {
        return array[advance(Byte.BYTES)] != 0;
    }

    int int32() throws IOException {
        return (int) INT.get(array, advance(Integer.BYTES));
    }

    long int64() throws IOException {
        return (long) LONG.get(array, advance(Long.BYTES));
    }

    double float64() throws IOException {
        return Double.longBitsToDouble(int64());
    }

    /** Reads a number of elements. Each element must take at least one byte. */
    int count() throws IOException {
        int count = int32();
        if (count < 0 || count > end - position) {
            throw new EOFException("a list of " + count + " in the " + (end - position) + " bytes left of a message");
        }
        return count;
    }

    String string() throws IOException {
        return string(int32());
    }

    @Nullable
    String nullableString() throws IOException {
        int length = int32();
        return length == FrameWriter.ABSENT ? null : string(length);
    }

    <E extends Enum<E>> E oneOf(List<E> constants) throws IOException {
        int ordinal = array[advance(Byte.BYTES)];
        if (ordinal < 0 || ordinal >= constants.size()) {
            throw new IOException("no constant has the ordinal " + ordinal + " among " + constants);
        }
        return constants.get(ordinal);
    }

    Instant instant() throws IOException {
        try {
            return Instant.ofEpochSecond(int64(), int32());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IOException("a message has an instant outside the range of Instant", e);
        }
    }

    BigDecimal decimal() throws IOException {
        int length = int32();
        int from = advance(length);
        if (length == 0) {
            throw new IOException("a message has a decimal without digits");
        }
        return new BigDecimal(new BigInteger(Arrays.copyOfRange(array, from, from + length)), int32());
    }

    private String string(int length) throws IOException {
        return new String(array, advance(length), length, StandardCharsets.UTF_8);
    }

    /** Skips the given number of bytes and returns the index where they begin. */
    private int advance(int bytes) throws EOFException {
        int from = position;
        if (bytes < 0 || bytes > end - from) {
            throw new EOFException("a field of " + bytes + " in the " + (end - from) + " bytes left of a message");
        }
        position = from + bytes;
        return from;
    }
}
