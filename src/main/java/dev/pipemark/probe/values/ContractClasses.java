package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Classes that implement an interface of the JDK. Some codecs treat them by that interface alone. */
public final class ContractClasses {
    private ContractClasses() {}

    /** Can clone itself and its array. */
    public static final class Copying implements Cloneable, Serializable {
        private static final long serialVersionUID = 1L;

        private int[] scores;

        public Copying(int... scores) {
            this.scores = scores.clone();
        }

        public int[] scores() {
            return scores.clone();
        }

        @Override
        public Copying clone() {
            try {
                Copying copy = (Copying) super.clone();
                copy.scores = scores.clone();
                return copy;
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Has a natural order. */
    public static final class Version implements Comparable<Version>, Serializable {
        private static final long serialVersionUID = 1L;

        private final int major;
        private final int minor;

        public Version(int major, int minor) {
            this.major = major;
            this.minor = minor;
        }

        @Override
        public int compareTo(Version other) {
            return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Version that && major == that.major && minor == that.minor;
        }

        @Override
        public int hashCode() {
            return 31 * major + minor;
        }
    }

    /** Defines equals without hashCode: a common mistake. */
    @SuppressWarnings({"EqualsHashCode", "overrides"}) // tests a class without hashCode
    public static final class EqualsOnly implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String key;

        public EqualsOnly(String key) {
            this.key = key;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof EqualsOnly that && key.equals(that.key);
        }
    }

    /** An iterator that counts down, in the middle of its work. */
    public static final class Countdown implements Iterator<Integer>, Serializable {
        private static final long serialVersionUID = 1L;

        private int left;

        public Countdown(int from) {
            left = from;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Integer next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            return left--;
        }
    }

    /** Is iterable, and has a field beside its elements. */
    public static final class Steps implements Iterable<Integer>, Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final int count;

        public Steps(String name, int count) {
            this.name = name;
            this.count = count;
        }

        public String getName() {
            return name;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Countdown(count);
        }
    }

    /** A map entry with an additional field. */
    public static final class Rated implements Map.Entry<String, Integer>, Serializable {
        private static final long serialVersionUID = 1L;

        private final String key;
        private int value;
        private final String source;

        public Rated(String key, int value, String source) {
            this.key = key;
            this.value = value;
            this.source = source;
        }

        @Override
        public String getKey() {
            return key;
        }

        @Override
        public Integer getValue() {
            return value;
        }

        @Override
        public Integer setValue(Integer value) {
            int before = this.value;
            this.value = value;
            return before;
        }

        public String getSource() {
            return source;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Map.Entry<?, ?> that
                    && key.equals(that.getKey())
                    && getValue().equals(that.getValue());
        }

        @Override
        public int hashCode() {
            return key.hashCode() ^ Integer.hashCode(value);
        }
    }

    /** An exception with fields and without a constructor that takes only a message. */
    public static final class OutOfStockException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String article;
        private final int missing;

        public OutOfStockException(String article, int missing, Throwable cause) {
            super(missing + " of " + article + " missing", cause);
            this.article = article;
            this.missing = missing;
        }

        public String getArticle() {
            return article;
        }

        public int getMissing() {
            return missing;
        }
    }
}
