package dev.pipemark.codecs.java;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields into a frame's array, in the format of {@link java.io.DataOutput}: big-endian and of fixed width.
 * Strings differ: they are their length in bytes and plain UTF-8.
 *
 * <p>A {@link java.io.DataOutputStream} over the frame would not be the lower bound. It assembles each number in an
 * array of its own and copies it. Its {@code writeUTF} scans each string twice and refuses more than 65,535 bytes. This
 * class uses array views, which compile to one store, and {@link String#getBytes(java.nio.charset.Charset)}, which
 * copies ASCII in bulk.
 */
final class FrameWriter {
    /** The length that stands for {@code null}. */
    static final int ABSENT = -1;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Frame frame = new Frame();
    private byte[] array = frame.array();
    private int position = frame.end();

    /** Starts at the end of the message in {@code out}. The message does not change before {@link #finish}. */
    FrameWriter at(Frame out) {
        frame = out;
        array = out.array();
        position = out.end();
        return this;
    }

    /** Adds the written bytes to the message. */
    void finish() throws FrameTooLargeException {
        frame.adopt(array, frame.offset(), position);
    }

    void bool(boolean value) throws FrameTooLargeException {
        reserve(Byte.BYTES);
        array[position++] = (byte) (value ? 1 : 0);
    }

    void int32(int value) throws FrameTooLargeException {
        reserve(Integer.BYTES);
        INT.set(array, position, value);
        position += Integer.BYTES;
    }

    void int64(long value) throws FrameTooLargeException {
        reserve(Long.BYTES);
        LONG.set(array, position, value);
        position += Long.BYTES;
    }

    void float64(double value) throws FrameTooLargeException {
        int64(Double.doubleToRawLongBits(value));
    }

    void string(String value) throws FrameTooLargeException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void nullableString(@Nullable String value) throws FrameTooLargeException {
        if (value == null) {
            int32(ABSENT);
        } else {
            string(value);
        }
    }

    /** Writes an ordinal as one byte. */
    void oneOf(Enum<?> value) throws FrameTooLargeException {
        reserve(Byte.BYTES);
        array[position++] = (byte) value.ordinal();
    }

    void instant(Instant value) throws FrameTooLargeException {
        int64(value.getEpochSecond());
        int32(value.getNano());
    }

    void decimal(BigDecimal value) throws FrameTooLargeException {
        bytes(value.unscaledValue().toByteArray());
        int32(value.scale());
    }

    private void bytes(byte[] value) throws FrameTooLargeException {
        int32(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, array, position, value.length);
        position += value.length;
    }

    private void reserve(int bytes) throws FrameTooLargeException {
        if (array.length - position < bytes) {
            finish();
            frame.reserve(bytes);
            array = frame.array();
        }
    }
}
