package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** State that functions capture, and classes that create functions of themselves. */
public final class FunctionState {
    private FunctionState() {}

    /** Mutable. A lambda captures and changes it. */
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

    /** Immutable. A lambda captures and reads it. */
    public record Factor(int by, String unit) implements Serializable {}

    /** Serializable. Creates functions that capture it. */
    public static final class Tariff implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int rate;

        public Tariff(int rate) {
            this.rate = rate;
        }

        public int charge(int hours) {
            return rate * hours;
        }

        /** Returns a lambda that reads a field and therefore captures {@code this}. */
        public SerializableFunction<Integer, Integer> lambda() {
            return hours -> rate * hours;
        }

        /** Returns a reference to a private method. */
        public SerializableFunction<Integer, Integer> privateMethod() {
            return this::doubled;
        }

        private int doubled(int hours) {
            return 2 * charge(hours);
        }
    }

    /** The same class without {@link Serializable}. */
    public static final class LooseTariff {
        private final int rate;

        public LooseTariff(int rate) {
            this.rate = rate;
        }

        public int charge(int hours) {
            return rate * hours;
        }

        /** Returns a lambda that is serializable by its interface, while its captured object is not. */
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

        /** Returns a reference to the overridden method. */
        public SerializableFunction<String, String> formerGreeting() {
            return super::greet;
        }
    }

    /** A function that calls itself through the field that holds it: object and lambda refer to each other. */
    public static final class Factorial implements Serializable {
        private static final long serialVersionUID = 1L;

        private final SerializableFunction<Long, Long> step = n -> n <= 1 ? 1L : n * of(n - 1);

        public long of(long n) {
            return step.apply(n);
        }
    }

    /** A job and the counter that it increments: one object with two references. */
    public record CountedJob(Runnable job, AtomicInteger runs) implements Serializable {}

    /** A marker interface that a lambda can implement beside its function. */
    public interface Idempotent {}

    /** A user's functional interface. */
    @FunctionalInterface
    public interface Pricing extends Serializable {
        long price(int quantity, String article);
    }

    /** A serializable supplier. */
    @FunctionalInterface
    public interface SerializableSupplier<T> extends Supplier<T>, Serializable {}
}
