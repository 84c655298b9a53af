package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The {@link Frame#HEADER} bytes in front of every message, big-endian. They hold the length of the message without the
 * header ({@code int}), a tag that gives the kind of message ({@code int}), and one number that belongs to the message
 * ({@code long}). The upper half of the tag is the same in every message.
 */
public final class Header {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** The constant in the upper half of each tag. */
    private static final int MARK = 0x504D_0000;

    private static final int MOST = 0xFFFF;
    private static final int LENGTH_AT = 0;
    private static final int TAG_AT = 4;
    private static final int ARGUMENT_AT = 8;

    private Header() {}

    /** The tag of the message in the frame. */
    public static int tag(Frame message) {
        return (int) INT.get(message.array(), message.offset() - Frame.HEADER + TAG_AT) & MOST;
    }

    /** The number that belongs to the message in the frame. */
    public static long argument(Frame message) {
        return (long) LONG.get(message.array(), message.offset() - Frame.HEADER + ARGUMENT_AT);
    }

    static void write(Frame message, int tag, long argument) {
        byte[] array = message.array();
        int at = message.offset() - Frame.HEADER;
        INT.set(array, at + LENGTH_AT, message.length());
        INT.set(array, at + TAG_AT, MARK | tag);
        LONG.set(array, at + ARGUMENT_AT, argument);
    }

    /** Whether the bytes are a header. Other output in the pipe is very unlikely to contain the mark in this place. */
    static boolean marked(byte[] array, int headerAt) {
        return ((int) INT.get(array, headerAt + TAG_AT) & ~MOST) == MARK;
    }

    static int length(byte[] array, int headerAt) {
        return (int) INT.get(array, headerAt + LENGTH_AT);
    }
}
