package dev.pipemark.probe.values;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Records and sealed hierarchies as a user would write them. */
public final class RecordKinds {
    private RecordKinds() {}

    /** The plainest one. */
    public record Point(int x, int y) implements Serializable {}

    /** Refuses what a reader would make of it that fills in the components later: (0, 0). */
    public record Span(int from, int to) implements Serializable {
        public Span {
            if (from >= to) {
                throw new IllegalArgumentException("empty: " + from + " to " + to);
            }
        }
    }

    /** Compares its array by identity, as records do. */
    @SuppressWarnings("ArrayRecordComponent") // it is what is sent
    public record Samples(String name, double[] values) implements Serializable {}

    /** Of records. */
    public record Line(Point from, Point to) implements Serializable {}

    /** Its component types are known to the declared type alone. */
    public record Pair<A, B>(A first, B second) implements Serializable {}

    /** Without components. */
    public record Nothing() implements Serializable {}

    /** As most records are written: nobody thought of Java serialization. */
    public record Unmarked(int number, String text) {}

    /** May leave out its text. */
    public record Remark(String title, @Nullable String text) implements Serializable {}

    /** Anything that has a size; open to other implementations. */
    public interface Sized {
        double size();
    }

    /** The one that travels. */
    public record Disc(double size) implements Sized, Serializable {}

    /** What it holds is known by interface only. */
    public record Label(String text, Sized sized) implements Serializable {}

    /** One of two records, and nothing else. */
    public sealed interface Payment permits Cash, Transfer {}

    /** In cents. */
    public record Cash(long amount) implements Payment, Serializable {}

    /** To an account. */
    public record Transfer(long amount, String account) implements Payment, Serializable {}

    /** One of two classes, with a field of its own. */
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

    /** Bears interest. */
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

    /** May be overdrawn. */
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
