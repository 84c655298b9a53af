package dev.pipemark.codecs.activej;

import io.activej.serializer.BinaryInput;
import io.activej.serializer.BinaryOutput;
import io.activej.serializer.BinarySerializer;
import io.activej.serializer.CompatibilityLevel;
import io.activej.serializer.CorruptedDataException;
import io.activej.serializer.StringFormat;
import io.activej.serializer.def.SerializerDef;
import io.activej.serializer.def.SerializerDefs;
import io.activej.serializer.def.SimpleSerializerDef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Definitions of types without parts. ActiveJ has most of them, and three are made here. */
final class Scalars {
    private Scalars() {}

    static Map<Class<?>, SerializerDef> all() {
        Map<Class<?>, SerializerDef> all = new HashMap<>();
        all.put(boolean.class, SerializerDefs.ofBoolean(false));
        all.put(char.class, SerializerDefs.ofChar(false));
        all.put(byte.class, SerializerDefs.ofByte(false));
        all.put(short.class, SerializerDefs.ofShort(false));
        all.put(int.class, SerializerDefs.ofInt(false));
        all.put(long.class, SerializerDefs.ofLong(false));
        all.put(float.class, SerializerDefs.ofFloat(false));
        all.put(double.class, SerializerDefs.ofDouble(false));
        all.put(Boolean.class, SerializerDefs.ofBoolean(true));
        all.put(Character.class, SerializerDefs.ofChar(true));
        all.put(Byte.class, SerializerDefs.ofByte(true));
        all.put(Short.class, SerializerDefs.ofShort(true));
        all.put(Integer.class, SerializerDefs.ofInt(true));
        all.put(Long.class, SerializerDefs.ofLong(true));
        all.put(Float.class, SerializerDefs.ofFloat(true));
        all.put(Double.class, SerializerDefs.ofDouble(true));
        all.put(String.class, SerializerDefs.ofString(StringFormat.UTF8));
        all.put(BigInteger.class, new IntegerDef());
        all.put(BigDecimal.class, new DecimalDef());
        all.put(Instant.class, new InstantDef());
        return all;
    }

    private static void writeInteger(BinaryOutput out, BigInteger value) {
        byte[] bytes = value.toByteArray();
        out.writeVarInt(bytes.length);
        out.write(bytes);
    }

    private static BigInteger readInteger(BinaryInput in) {
        int length = in.readVarInt();
        if (length <= 0 || length > in.array().length - in.pos()) {
            throw new CorruptedDataException("a number of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.read(bytes);
        return new BigInteger(bytes);
    }

    private static final class IntegerDef extends SimpleSerializerDef<BigInteger> {
        @Override
        protected BinarySerializer<BigInteger> createSerializer(int version, CompatibilityLevel level) {
            return new BinarySerializer<>() {
                @Override
                public void encode(BinaryOutput out, BigInteger value) {
                    writeInteger(out, value);
                }

                @Override
                public BigInteger decode(BinaryInput in) {
                    return readInteger(in);
                }
            };
        }
    }

    private static final class DecimalDef extends SimpleSerializerDef<BigDecimal> {
        @Override
        protected BinarySerializer<BigDecimal> createSerializer(int version, CompatibilityLevel level) {
            return new BinarySerializer<>() {
                @Override
                public void encode(BinaryOutput out, BigDecimal value) {
                    writeInteger(out, value.unscaledValue());
                    out.writeInt(value.scale());
                }

                @Override
                public BigDecimal decode(BinaryInput in) {
                    return new BigDecimal(readInteger(in), in.readInt());
                }
            };
        }
    }

    private static final class InstantDef extends SimpleSerializerDef<Instant> {
        @Override
        protected BinarySerializer<Instant> createSerializer(int version, CompatibilityLevel level) {
            return new BinarySerializer<>() {
                @Override
                public void encode(BinaryOutput out, Instant value) {
                    out.writeLong(value.getEpochSecond());
                    out.writeInt(value.getNano());
                }

                @Override
                public Instant decode(BinaryInput in) {
                    return Instant.ofEpochSecond(in.readLong(), in.readInt());
                }
            };
        }
    }
}
