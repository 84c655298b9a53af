package dev.pipemark.pipe;

import dev.pipemark.api.Frame;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The {@link Frame#HEADER} bytes in front of every message, big-endian: its length without the header ({@code int}), a
 * tag that says what it is ({@code int}), and one number that goes with it ({@code long}).
 */
public final class Header {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int LENGTH_AT = 0;
    private static final int TAG_AT = 4;
    private static final int ARGUMENT_AT = 8;

    private Header() {}

    /** The tag of the message in the frame. */
    public static int tag(Frame message) {
        return (int) INT.get(message.array(), message.offset() - Frame.HEADER + TAG_AT);
    }

    /** The number that goes with the message in the frame. */
    public static long argument(Frame message) {
        return (long) LONG.get(message.array(), message.offset() - Frame.HEADER + ARGUMENT_AT);
    }

    static void write(Frame message, int tag, long argument) {
        byte[] array = message.array();
        int at = message.offset() - Frame.HEADER;
        INT.set(array, at + LENGTH_AT, message.length());
        INT.set(array, at + TAG_AT, tag);
        LONG.set(array, at + ARGUMENT_AT, argument);
    }

    static int length(byte[] array, int headerAt) {
        return (int) INT.get(array, headerAt + LENGTH_AT);
    }
}
