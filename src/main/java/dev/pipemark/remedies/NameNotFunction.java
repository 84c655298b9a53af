package dev.pipemark.remedies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;

/**
 * Sends a function by its name and arguments. Both sides have the code, so only data is sent, with any codec and to any
 * language. Python's pickle treats functions in this way. A name that is not in the table is refused, while a function
 * that is sent as bytes may be any function.
 */
final class NameNotFunction implements Remedy {
    /** The functions that may be called, the same on both sides. */
    private static final Map<String, LongBinaryOperator> KNOWN =
            Map.of("power", NameNotFunction::power, "modulo", NameNotFunction::modulo);

    /** A call as data. */
    record Call(String function, long first, long second) implements Serializable {
        long run() {
            LongBinaryOperator known = KNOWN.get(function);
            if (known == null) {
                throw new IllegalArgumentException(
                        "no function is called '" + function + "'; there are " + new TreeSet<>(KNOWN.keySet()));
            }
            return known.applyAsLong(first, second);
        }
    }

    /** A function that is serializable, for comparison. */
    interface Later extends LongSupplier, Serializable {}

    /** Receives a call by Java serialization. */
    static final class CalledByJava implements Role {
        private final Wire<Object> wire = Wire.of("java");

        @Override
        public String answer(byte[] message) throws Exception {
            return Long.toString(((Call) wire.value(message)).run());
        }
    }

    /** Receives a call that was encoded by hand. */
    static final class CalledByHand implements Role {
        @Override
        public String answer(byte[] message) throws IOException {
            return Long.toString(read(message).run());
        }
    }

    @Override
    public String id() {
        return "name-not-function";
    }

    @Override
    public String title() {
        return "Send the function's name and its arguments";
    }

    @Override
    public String problem() {
        return "NotSerializableException for a lambda or a method reference, or a codec that carries data only";
    }

    @Override
    public List<Step> demonstrate(Path workDirectory) throws Exception {
        Transcript transcript = new Transcript();
        Wire<Object> byJava = Wire.of("java");
        LongBinaryOperator function = NameNotFunction::power;
        transcript.refuses(
                "wrong: java, a method reference of an interface that is not Serializable",
                NotSerializableException.class,
                () -> byJava.bytes(function));
        Call call = new Call("power", 2, 10);
        try (Child child = Child.start(workDirectory, CalledByJava.class)) {
            transcript.shows(
                    "right: java, its name and arguments; another process calls it",
                    "1024",
                    child.ask(byJava.bytes(call)));
        }
        try (Child child = Child.start(workDirectory, CalledByHand.class)) {
            transcript.shows("right: the same three values, in hand-written bytes", "1024", child.ask(write(call)));
            transcript.wasRefused(
                    "wrong: a name that the other process does not know",
                    IllegalArgumentException.class,
                    child.ask(write(new Call("root", 1024, 10))));
        }
        return transcript.steps();
    }

    @Override
    public List<Variant> variants() {
        Wire<Object> byJava = Wire.of("java");
        Wire<Object> byKryo = Wire.of("kryo-graph");
        Later function = later(2, 10);
        Call call = new Call("power", 2, 10);
        return List.of(
                new Variant("function-java", () -> byJava.roundtrip(function)),
                new Variant("function-kryo-graph", () -> byKryo.roundtrip(function)),
                new Variant("name-java", () -> byJava.roundtrip(call)),
                new Variant("name-kryo-graph", () -> byKryo.roundtrip(call)),
                new Variant("name-by-hand", () -> byHand(call)));
    }

    private static int byHand(Call call) throws IOException {
        byte[] message = write(call);
        if (!read(message).equals(call)) {
            throw new IllegalStateException("a call arrived as another one");
        }
        return message.length;
    }

    private static byte[] write(Call call) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(message);
        out.writeUTF(call.function());
        out.writeLong(call.first());
        out.writeLong(call.second());
        return message.toByteArray();
    }

    private static Call read(byte[] message) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
        return new Call(in.readUTF(), in.readLong(), in.readLong());
    }

    private static Later later(long base, long exponent) {
        return () -> power(base, exponent);
    }

    private static long power(long base, long exponent) {
        long power = 1;
        for (long i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, base);
        }
        return power;
    }

    private static long modulo(long dividend, long divisor) {
        return Math.floorMod(dividend, divisor);
    }
}
