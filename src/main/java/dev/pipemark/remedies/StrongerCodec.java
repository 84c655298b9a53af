package dev.pipemark.remedies;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A codec that asks for less. Java serialization writes objects whose class says {@code implements Serializable}; Kryo
 * writes the fields of any object. More is not everything: see {@link Meter} for what goes the other way.
 */
final class StrongerCodec implements Remedy {
    /** A function that may travel, if what it captures may. */
    interface Conversion extends LongUnaryOperator, Serializable {}

    /** Somebody else's class, which nobody here can make Serializable. */
    static final class Rates {
        private final long perThousand;

        Rates(long perThousand) {
            this.perThousand = perThousand;
        }

        long convert(long amount) {
            return amount * perThousand / 1000;
        }
    }

    /** The same, had its author thought of it. */
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
     * Its own fields are all that Java writes; on arrival Java runs the constructor of the first class above that is not
     * Serializable, which makes a thread there. A codec that copies every field has to copy the thread.
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
        return "Use a codec that asks for less";
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
                "wrong: java, a Serializable lambda that captured an object that is not",
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
                "wrong: kryo-graph, a Serializable object whose superclass is not and holds a thread",
                NotSerializableException.class,
                () -> byKryo.bytes(meter));
        try (Child child = Child.start(workDirectory, Shower.class)) {
            transcript.shows(
                    "right: java, the same object, shown in another process",
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

    // Outside of the methods above, so that each lambda captures its rates and nothing else.
    private static Conversion capturing(Rates rates) {
        return amount -> rates.convert(amount);
    }

    private static Conversion capturing(SerializableRates rates) {
        return amount -> rates.convert(amount);
    }
}
