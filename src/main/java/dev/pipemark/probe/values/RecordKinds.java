package dev.pipemark.probe.values;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Records and sealed hierarchies as typical programs define them. */
public final class RecordKinds {
    private RecordKinds() {}

    /** The simplest record. */
    public record Point(int x, int y) implements Serializable {}

    /** Refuses default components: a codec cannot create it as (0, 0) and set the components later. */
    public record Span(int from, int to) implements Serializable {
        public Span {
            if (from >= to) {
                throw new IllegalArgumentException("empty: " + from + " to " + to);
            }
        }
    }

    /** Compares its array by identity, as records do. */
    @SuppressWarnings("ArrayRecordComponent") // tests a record with an array
    public record Samples(String name, double[] values) implements Serializable {}

    /** A record of records. */
    public record Line(Point from, Point to) implements Serializable {}

    /** Only the declared type gives the types of its components. */
    public record Pair<A, B>(A first, B second) implements Serializable {}

    /** Without components. */
    public record Nothing() implements Serializable {}

    /** Not serializable, as most records. */
    public record Unmarked(int number, String text) {}

    /** Its text is optional. */
    public record Remark(String title, @Nullable String text) implements Serializable {}

    /** An interface that other classes may implement. */
    public interface Sized {
        double size();
    }

    /** A serializable implementation. */
    public record Disc(double size) implements Sized, Serializable {}

    /** Declares its content by interface only. */
    public record Label(String text, Sized sized) implements Serializable {}

    /** Has exactly two records as implementations. */
    public sealed interface Payment permits Cash, Transfer {}

    /** An amount in cents. */
    public record Cash(long amount) implements Payment, Serializable {}

    /** A transfer to an account. */
    public record Transfer(long amount, String account) implements Payment, Serializable {}

    /** A sealed class with a field. It has two subclasses. */
    public abstract static sealed class Account implements Serializable permits Savings, Current {
        private static final long serialVersionUID = 1L;
        private String owner = "";

        public String getOwner() {
            return owner;
        }

        public void setOwner(String owner) {
            this.owner = owner;
        }
    }

    /** A subclass with an interest rate. */
    public static final class Savings extends Account {
        private static final long serialVersionUID = 1L;
        private double rate;

        public double getRate() {
            return rate;
        }

        public void setRate(double rate) {
            this.rate = rate;
        }
    }

    /** A subclass with an overdraft. */
    public static final class Current extends Account {
        private static final long serialVersionUID = 1L;
        private long limit;

        public long getLimit() {
            return limit;
        }

        public void setLimit(long limit) {
            this.limit = limit;
        }
    }
}
