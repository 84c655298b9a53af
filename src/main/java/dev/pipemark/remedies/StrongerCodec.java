package dev.pipemark.remedies;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Uses a codec that requires less of a class. Java serialization writes objects of classes that implement
 * {@code Serializable}. Kryo writes the fields of any object. {@link Meter} shows an object that Java carries and Kryo
 * does not.
 */
final class StrongerCodec implements Remedy {
    /** A serializable function, provided that its captured values are serializable. */
    interface Conversion extends LongUnaryOperator, Serializable {}

    /** A class of another author, which this code cannot make Serializable. */
    static final class Rates {
        private final long perThousand;

        Rates(long perThousand) {
            this.perThousand = perThousand;
        }

        long convert(long amount) {
            return amount * perThousand / 1000;
        }
    }

    /** The same class, if its author had made it serializable. */
    record SerializableRates(long perThousand) implements Serializable {
        long convert(long amount) {
            return amount * perThousand / 1000;
        }
    }

    /** Not Serializable, and tied to this process by its thread. */
    static class Sampled {
        private final Thread sampler = new Thread(() -> {}, "sampler");

        Sampled() {}

        String sampler() {
            return sampler.getName();
        }
    }

    /**
     * Java writes only this class's own fields. On reading, Java runs the constructor of the first superclass that is
     * not Serializable, which creates a thread there. A codec that copies all fields would have to copy the thread.
     */
    static final class Meter extends Sampled implements Serializable {
        private static final long serialVersionUID = 1L;
        private final int reading;

        Meter(int reading) {
            this.reading = reading;
        }

        String show() {
            return "reads " + reading + ", has a thread '" + sampler() + "'";
        }
    }

    /** Receives a function. */
    static final class Caller implements Role {
        private final Wire<Object> wire = Wire.of("kryo-graph");

        @Override
        public String answer(byte[] message) throws Exception {
            return "f(400) = " + ((Conversion) wire.value(message)).applyAsLong(400);
        }
    }

    /** Receives a meter. */
    static final class Shower implements Role {
        private final Wire<Object> wire = Wire.of("java");

        @Override
        public String answer(byte[] message) throws Exception {
            return ((Meter) wire.value(message)).show();
        }
    }

    @Override
    public String id() {
        return "stronger-codec";
    }

    @Override
    public String title() {
        return "Use another codec";
    }

    @Override
    public String problem() {
        return "NotSerializableException for an object of a class that is not yours, often captured by a lambda";
    }

    @Override
    public List<Step> demonstrate(Path workDirectory) throws Exception {
        Transcript transcript = new Transcript();
        Wire<Object> byJava = Wire.of("java");
        Wire<Object> byKryo = Wire.of("kryo-graph");
        Conversion conversion = capturing(new Rates(1_250));
        transcript.refuses(
                "wrong: java, a Serializable lambda that captured an object without Serializable",
                NotSerializableException.class,
                () -> byJava.bytes(conversion));
        try (Child child = Child.start(workDirectory, Caller.class)) {
            transcript.shows(
                    "right: kryo-graph, the same lambda, called in another process",
                    "f(400) = 500",
                    child.ask(byKryo.bytes(conversion)));
        }
        Meter meter = new Meter(7);
        transcript.refuses(
                "wrong: kryo-graph, a Serializable object; its superclass is not Serializable and has a thread",
                NotSerializableException.class,
                () -> byKryo.bytes(meter));
        try (Child child = Child.start(workDirectory, Shower.class)) {
            transcript.shows(
                    "right: java, the same object, printed in another process",
                    "reads 7, has a thread 'sampler'",
                    child.ask(byJava.bytes(meter)));
        }
        return transcript.steps();
    }

    @Override
    public List<Variant> variants() {
        Wire<Object> byJava = Wire.of("java");
        Wire<Object> byKryo = Wire.of("kryo-graph");
        Conversion serializable = capturing(new SerializableRates(1_250));
        Conversion notSerializable = capturing(new Rates(1_250));
        return List.of(
                new Variant("serializable-java", () -> byJava.roundtrip(serializable)),
                new Variant("serializable-kryo-graph", () -> byKryo.roundtrip(serializable)),
                new Variant("not-serializable-kryo-graph", () -> byKryo.roundtrip(notSerializable)));
    }

    // Outside the methods above, so that each lambda captures only its rates.
    private static Conversion capturing(Rates rates) {
        return amount -> rates.convert(amount);
    }

    private static Conversion capturing(SerializableRates rates) {
        return amount -> rates.convert(amount);
    }
}
