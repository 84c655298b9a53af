package dev.pipemark.probe.values;

import java.io.Serializable;

/** Nested classes. The compiler adds hidden members to them, which a codec must send as well. */
public final class NestedClasses {
    private NestedClasses() {}

    /** The declared type of an instance of an anonymous, local or hidden class. */
    public interface Greeting {
        String greet(String name);
    }

    /** Only this file can name this class. */
    private static final class Hidden implements Greeting, Serializable {
        private static final long serialVersionUID = 1L;

        private final String word;

        Hidden(String word) {
            this.word = word;
        }

        @Override
        public String greet(String name) {
            return word + " " + name;
        }
    }

    /** Visible only in its package, as is its constructor. */
    static final class PackagePrivate implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int level;

        PackagePrivate(int level) {
            this.level = level;
        }

        int level() {
            return level;
        }
    }

    /** A serializable outer class. */
    public static final class Shop implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;

        public Shop(String name) {
            this.name = name;
        }

        public Shelf shelf(int number) {
            return new Shelf(number);
        }

        /** An inner class. Each instance has a hidden reference to its shop. */
        public final class Shelf implements Serializable {
            private static final long serialVersionUID = 1L;

            private final int number;

            private Shelf(int number) {
                this.number = number;
            }

            public String label() {
                return name + "/" + number;
            }
        }
    }

    /** An outer class that is not serializable. */
    public static final class Office {
        private final String name;

        public Office(String name) {
            this.name = name;
        }

        public Desk desk(int number) {
            return new Desk(number);
        }

        /** Declared serializable, but refers to its office. */
        public final class Desk implements Serializable {
            private static final long serialVersionUID = 1L;

            private final int number;

            private Desk(int number) {
                this.number = number;
            }

            public String label() {
                return name + "/" + number;
            }
        }
    }

    public static Greeting hidden(String word) {
        return new Hidden(word);
    }

    /** A {@link Serializable} interface, so that an anonymous class can be serializable. */
    public interface SerializableGreeting extends Greeting, Serializable {}

    /** An anonymous class. The captured word becomes a hidden field. */
    public static Greeting anonymous(String word) {
        return new SerializableGreeting() {
            private static final long serialVersionUID = 1L;

            @Override
            public String greet(String name) {
                return word + ", " + name;
            }
        };
    }

    /** A class declared inside a method. */
    public static Greeting local(String word) {
        final class Local implements SerializableGreeting {
            private static final long serialVersionUID = 1L;

            private final int times;

            Local(int times) {
                this.times = times;
            }

            @Override
            public String greet(String name) {
                return word.repeat(times) + " " + name;
            }
        }
        return new Local(2);
    }
}
