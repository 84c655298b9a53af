package dev.pipemark.capability.languages;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A value as every language can describe it. {@link Descriptions} writes and reads the description that programs in all
 * languages share.
 */
sealed interface Neutral {
    /** The longest content in {@link #words}. */
    int SHOWN = 48;

    /** Returns the kind of value, as a sentence calls it: {@code an int}. */
    String kind();

    /** Returns the content for a reader. */
    String content();

    /** Returns kind and content for a reader, cut short: {@code an int 7}. */
    default String words() {
        String content = content();
        return kind() + " " + (content.length() <= SHOWN ? content : content.substring(0, SHOWN) + "…");
    }

    /** A value that is a word. */
    enum Word implements Neutral {
        NULL,
        TRUE,
        FALSE;

        @Override
        public String kind() {
            return this == NULL ? content() : "a boolean";
        }

        @Override
        public String content() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String words() {
            return content();
        }
    }

    /** An integer of any width. */
    record Whole(BigInteger value) implements Neutral {
        static Whole of(long value) {
            return new Whole(BigInteger.valueOf(value));
        }

        @Override
        public String kind() {
            return "an int";
        }

        @Override
        public String content() {
            return value.toString();
        }
    }

    /**
     * A number with a binary fraction.
     *
     * @param single whether the original has single precision. Descriptions do not contain this.
     */
    record Real(double value, boolean single) implements Neutral {
        @Override
        public String kind() {
            return single ? "a single-precision float" : "a float";
        }

        @Override
        public String content() {
            return single ? Float.toString((float) value) : Double.toString(value);
        }
    }

    /** A text. It may hold lone surrogates. */
    record Text(String value) implements Neutral {
        @Override
        public String kind() {
            return "a text";
        }

        @Override
        public String content() {
            return Descriptions.quoted(value);
        }
    }

    /**
     * A text whose bytes are not valid UTF-8.
     *
     * @param hex its bytes
     */
    record BrokenText(String hex) implements Neutral {
        @Override
        public String kind() {
            return "a text that is not valid UTF-8:";
        }

        @Override
        public String content() {
            return hex;
        }
    }

    /** Bytes, as hexadecimal digits. */
    record Bytes(String hex) implements Neutral {
        @Override
        public String kind() {
            return "bytes";
        }

        @Override
        public String content() {
            return hex;
        }
    }

    /** A list. */
    record Sequence(List<Neutral> items) implements Neutral {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public String content() {
            return "of " + items.size();
        }
    }

    /** One entry of a map. */
    record Entry(Neutral key, Neutral value) {}

    /**
     * A map in order of arrival. A key may occur twice.
     *
     * @param ordered whether the order is part of the original. Descriptions do not contain this.
     */
    record Mapping(List<Entry> entries, boolean ordered) implements Neutral {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a map";
        }

        @Override
        public String content() {
            return "of " + entries.size();
        }
    }

    /** A value that the format or the language marks as more than plain, such as a decimal number. */
    record Tag(String name, List<Neutral> parts) implements Neutral {
        static final String DECIMAL = "decimal";
        static final String TIMESTAMP = "timestamp";
        static final String DATE_TIME = "datetime";
        static final String DATE = "date";
        static final String TIME = "time";
        static final String DURATION = "duration";
        static final String SET = "set";
        static final String UUID = "uuid";
        static final String URI = "uri";

        public Tag {
            parts = List.copyOf(parts);
        }

        /** Returns a tag of a text. */
        static Tag of(String name, String text) {
            return new Tag(name, List.of(new Text(text)));
        }

        boolean is(String wanted) {
            return name.equals(wanted);
        }

        @Override
        public String kind() {
            return "a " + name;
        }

        @Override
        public String content() {
            return parts.stream().map(Neutral::content).collect(Collectors.joining(", "));
        }
    }

    /**
     * A constant of an enumeration.
     *
     * @param ordinal its position in the original, or -1 in a description, which does not contain it
     */
    record Constant(String name, int ordinal) implements Neutral {
        @Override
        public String kind() {
            return "an enum constant";
        }

        @Override
        public String content() {
            return name;
        }
    }

    /** One field of a structure. */
    record Field(String name, Neutral value) {}

    /** An object with named fields in a fixed order: a record, or a schema's message. */
    record Structure(String name, List<Field> fields) implements Neutral {
        public Structure {
            fields = List.copyOf(fields);
        }

        @Override
        public String kind() {
            return "a record";
        }

        @Override
        public String content() {
            return name;
        }
    }
}
