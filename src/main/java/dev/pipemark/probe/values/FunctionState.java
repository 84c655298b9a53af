package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What functions capture, and classes that make functions out of themselves. */
public final class FunctionState {
    private FunctionState() {}

    /** Mutable, and captured by a lambda that changes it. */
    public static final class Tally implements Serializable {
        private static final long serialVersionUID = 1L;

        private int total;

        public Tally(int total) {
            this.total = total;
        }

        public int getTotal() {
            return total;
        }

        public int add(int more) {
            total += more;
            return total;
        }
    }

    /** Immutable, and captured by a lambda that reads it. */
    public record Factor(int by, String unit) implements Serializable {}

    /** Makes functions that hold on to it; it can travel. */
    public static final class Tariff implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int rate;

        public Tariff(int rate) {
            this.rate = rate;
        }

        public int charge(int hours) {
            return rate * hours;
        }

        /** A lambda that reads a field, and so captures {@code this}. */
        public SerializableFunction<Integer, Integer> lambda() {
            return hours -> rate * hours;
        }

        /** A reference to a method that only this class may call. */
        public SerializableFunction<Integer, Integer> privateMethod() {
            return this::doubled;
        }

        private int doubled(int hours) {
            return 2 * charge(hours);
        }
    }

    /** The same, but it was not meant to travel. */
    public static final class LooseTariff {
        private final int rate;

        public LooseTariff(int rate) {
            this.rate = rate;
        }

        public int charge(int hours) {
            return rate * hours;
        }

        /** Serializable by its interface; what it captures is not. */
        public SerializableFunction<Integer, Integer> lambda() {
            return hours -> rate * hours;
        }
    }

    /** Has a method that its subclass refers to by {@code super::}. */
    public static class Polite implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String title;

        public Polite(String title) {
            this.title = title;
        }

        public String greet(String name) {
            return "Dear " + title + " " + name;
        }
    }

    /** Overrides that method. */
    public static final class Casual extends Polite {
        private static final long serialVersionUID = 1L;

        public Casual(String title) {
            super(title);
        }

        @Override
        public String greet(String name) {
            return "Hey " + name;
        }

        /** Must greet politely. */
        public SerializableFunction<String, String> formerGreeting() {
            return super::greet;
        }
    }

    /** A function that calls itself by way of the field it is held in: object and lambda refer to each other. */
    public static final class Factorial implements Serializable {
        private static final long serialVersionUID = 1L;

        private final SerializableFunction<Long, Long> step = n -> n <= 1 ? 1L : n * of(n - 1);

        public long of(long n) {
            return step.apply(n);
        }
    }

    /** A job and the counter that the job counts in: one object, seen from two sides. */
    public record CountedJob(Runnable job, AtomicInteger runs) implements Serializable {}

    /** A tag that a lambda can have beside its function. */
    public interface Idempotent {}

    /** A functional interface of one's own. */
    @FunctionalInterface
    public interface Pricing extends Serializable {
        long price(int quantity, String article);
    }

    /** A supplier that can travel. */
    @FunctionalInterface
    public interface SerializableSupplier<T> extends Supplier<T>, Serializable {}
}
