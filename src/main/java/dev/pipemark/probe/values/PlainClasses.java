package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes with plain data, by the way in which an instance is created. */
public final class PlainClasses {
    private PlainClasses() {}

    /** A textbook bean. */
    public static final class Bean implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String name;
        private int age;

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }
    }

    /** The same bean without {@link Serializable}. */
    public static final class LooseBean {
        private @Nullable String name;
        private int age;

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }
    }

    /** No methods at all. */
    public static final class PublicFields implements Serializable {
        private static final long serialVersionUID = 1L;

        public int x;
        public int y;
        public @Nullable String label;
    }

    /** Immutable: every field final, one constructor that takes them all. */
    public static final class FinalFields implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String street;
        private final int number;

        public FinalFields(String street, int number) {
            this.street = street;
            this.number = number;
        }

        public String getStreet() {
            return street;
        }

        public int getNumber() {
            return number;
        }
    }

    /**
     * Its only constructor takes a parameter that is not a field, so a codec that knows only the fields cannot call it.
     */
    public static final class Parsed implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String host;
        private final int port;

        public Parsed(String hostAndPort) {
            int colon = hostAndPort.indexOf(':');
            host = hostAndPort.substring(0, colon);
            port = Integer.parseInt(hostAndPort.substring(colon + 1));
        }

        public String getHost() {
            return host;
        }

        public int getPort() {
            return port;
        }
    }

    /** Its constructor refuses default values. */
    public static final class Validated implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int from;
        private final int to;

        public Validated(int from, int to) {
            if (from >= to) {
                throw new IllegalArgumentException("empty range: " + from + " to " + to);
            }
            this.from = from;
            this.to = to;
        }

        public int getFrom() {
            return from;
        }

        public int getTo() {
            return to;
        }
    }

    /** Knows whether its constructor ran. */
    public static final class Constructed implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient boolean byConstructor;

        public Constructed(String name) {
            this.name = name;
            this.byConstructor = true;
        }

        public String getName() {
            return name;
        }

        /** Not named like a property, so that no codec sends it. */
        public boolean madeByConstructor() {
            return byConstructor;
        }
    }

    /** Works only after its constructor ran, like any class with a transient lock, logger or cache. */
    public static final class Listening implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String topic;
        private final transient List<String> heard = new ArrayList<>();

        public Listening(String topic) {
            this.topic = topic;
        }

        public String getTopic() {
            return topic;
        }

        /** Returns the number of words heard so far, including this one. */
        public int hear(String word) {
            heard.add(word);
            return heard.size();
        }
    }

    /** Has a no-argument constructor for frameworks only. */
    public static final class HiddenConstructor implements Serializable {
        private static final long serialVersionUID = 1L;

        private String code;

        private HiddenConstructor() {
            code = "";
        }

        public HiddenConstructor(String code) {
            this();
            this.code = code;
        }

        public String getCode() {
            return code;
        }
    }

    /** A private constructor behind a static factory, as in {@code LocalDate.of}. */
    public static final class Money implements Serializable {
        private static final long serialVersionUID = 1L;

        private final long cents;
        private final String currency;

        private Money(long cents, String currency) {
            this.cents = cents;
            this.currency = currency;
        }

        public static Money of(long units, int cents, String currency) {
            return new Money(units * 100 + cents, currency);
        }

        public long getCents() {
            return cents;
        }

        public String getCurrency() {
            return currency;
        }
    }
}
