package dev.pipemark.codecs.msgpack;

import java.io.IOException;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** The forms of arrays. A byte array is a binary. Other arrays are arrays of their elements. */
final class MsgpackArrays {
    private MsgpackArrays() {}

    /** Returns the form of an array of primitives, or {@code null} for any other type. */
    static @Nullable MsgpackForm<?> of(Class<?> type) {
        if (type == byte[].class) {
            return new OfBytes();
        } else if (type == boolean[].class) {
            return new OfBooleans();
        } else if (type == int[].class) {
            return new OfInts();
        } else if (type == long[].class) {
            return new OfLongs();
        } else if (type == float[].class) {
            return new OfFloats();
        } else if (type == double[].class) {
            return new OfDoubles();
        }
        return null;
    }

    private static int size(MsgpackSource source) throws IOException {
        return source.checked(source.unpacker().unpackArrayHeader());
    }

    /** An array of elements that have a form themselves. */
    record OfObjects(Class<?> component, MsgpackForm<@Nullable Object> element)
            implements MsgpackForm<@Nullable Object[]> {
        @Override
        public void pack(MessagePacker packer, @Nullable Object[] value) throws IOException {
            packer.packArrayHeader(value.length);
            for (Object each : value) {
                element.pack(packer, each);
            }
        }

        @Override
        public @Nullable Object[] unpack(MsgpackSource source) throws IOException {
            @Nullable Object[] value = (Object[]) Array.newInstance(component, size(source));
            for (int i = 0; i < value.length; i++) {
                value[i] = element.unpack(source);
            }
            return value;
        }
    }

    record OfBytes() implements MsgpackForm<byte[]> {
        @Override
        public void pack(MessagePacker packer, byte[] value) throws IOException {
            packer.packBinaryHeader(value.length).writePayload(value);
        }

        @Override
        public byte[] unpack(MsgpackSource source) throws IOException {
            return source.unpacker()
                    .readPayload(source.checked(source.unpacker().unpackBinaryHeader()));
        }
    }

    private record OfBooleans() implements MsgpackForm<boolean[]> {
        @Override
        public void pack(MessagePacker packer, boolean[] value) throws IOException {
            packer.packArrayHeader(value.length);
            for (boolean each : value) {
                packer.packBoolean(each);
            }
        }

        @Override
        public boolean[] unpack(MsgpackSource source) throws IOException {
            boolean[] value = new boolean[size(source)];
            for (int i = 0; i < value.length; i++) {
                value[i] = source.unpacker().unpackBoolean();
            }
            return value;
        }
    }

    private record OfInts() implements MsgpackForm<int[]> {
        @Override
        public void pack(MessagePacker packer, int[] value) throws IOException {
            packer.packArrayHeader(value.length);
            for (int each : value) {
                packer.packInt(each);
            }
        }

        @Override
        public int[] unpack(MsgpackSource source) throws IOException {
            int[] value = new int[size(source)];
            for (int i = 0; i < value.length; i++) {
                value[i] = source.unpacker().unpackInt();
            }
            return value;
        }
    }

    private record OfLongs() implements MsgpackForm<long[]> {
        @Override
        public void pack(MessagePacker packer, long[] value) throws IOException {
            packer.packArrayHeader(value.length);
            for (long each : value) {
                packer.packLong(each);
            }
        }

        @Override
        public long[] unpack(MsgpackSource source) throws IOException {
            long[] value = new long[size(source)];
            for (int i = 0; i < value.length; i++) {
                value[i] = source.unpacker().unpackLong();
            }
            return value;
        }
    }

    private record OfFloats() implements MsgpackForm<float[]> {
        @Override
        public void pack(MessagePacker packer, float[] value) throws IOException {
            packer.packArrayHeader(value.length);
            for (float each : value) {
                packer.packFloat(each);
            }
        }

        @Override
        public float[] unpack(MsgpackSource source) throws IOException {
            float[] value = new float[size(source)];
            for (int i = 0; i < value.length; i++) {
                value[i] = source.unpacker().unpackFloat();
            }
            return value;
        }
    }

    private record OfDoubles() implements MsgpackForm<double[]> {
        @Override
        public void pack(MessagePacker packer, double[] value) throws IOException {
            packer.packArrayHeader(value.length);
            for (double each : value) {
                packer.packDouble(each);
            }
        }

        @Override
        public double[] unpack(MsgpackSource source) throws IOException {
            double[] value = new double[size(source)];
            for (int i = 0; i < value.length; i++) {
                value[i] = source.unpacker().unpackDouble();
            }
            return value;
        }
    }
}
