package dev.pipemark.capability;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One place in the description of a value, with its parts.
 *
 * @param label the position within the enclosing place: {@code .name}, {@code [3]}, or a question
 * @param type the class of the object, {@code null} for a missing one, {@code throws} for an exception as answer
 * @param text the content, or empty if the parts are the content
 * @param weight the meaning of a difference at this place
 * @param sameAs the path at which the same object was met before, or empty
 */
record Place(String label, String type, String text, Weight weight, String sameAs, List<Place> parts) {
    /** The meaning of a difference at a place. */
    enum Weight {
        /** A field or an element. Different content is wrong. Missing content is a loss. */
        CONTENT,
        /** A property beside the content. A difference is a loss. */
        ASPECT,
        /** The result of using the value. Any difference is wrong. */
        BEHAVIOUR,
        /**
         * A field of a class of collections or maps. It is content, unless only the arrived class has it: a library's own
         * class may hold the same elements in fields of its own.
         */
        STATE
    }

    /** The path of the value itself. */
    static final String ROOT = "the whole";

    /** The type of a missing object. */
    static final String NOTHING = "null";

    /** The label of a part that marks a map. The entries of a map are labelled by key, as fields are by name. */
    static final String MAP = "(map)";

    /** The type of an answer that is an exception. */
    static final String THROWN = "throws";

    Place {
        parts = List.copyOf(parts);
    }

    /** Whether this place is a map with entries rather than an object with fields. */
    boolean isMap() {
        return parts.stream().anyMatch(part -> part.label().equals(MAP));
    }

    boolean isNothing() {
        return type.equals(NOTHING);
    }

    /** Returns this place under another label. */
    Place at(String other) {
        return new Place(other, type, text, weight, sameAs, parts);
    }

    /**
     * Returns the label of a member of an unordered collection: its content, with a number if equal content was met
     * before.
     *
     * @param times counts how often each content was met. This method updates it.
     */
    static String member(Place place, Map<String, Integer> times) {
        String content = place.content();
        int again = times.merge(content, 1, Integer::sum);
        return "{" + content + "}" + (again == 1 ? "" : "#" + again);
    }

    /** Returns the content without types. Equal content gives equal text, whatever the classes. */
    String content() {
        if (!sameAs.isEmpty()) {
            return "=" + sameAs;
        }
        StringBuilder content = new StringBuilder(text);
        for (Place part : parts) {
            if (part.weight == Weight.CONTENT) {
                content.append(part.label).append(':').append(part.content()).append(' ');
            }
        }
        return content.toString().strip();
    }

    /** Adds the class of this place and of all places in it. */
    void types(Set<String> types) {
        types.add(type);
        parts.forEach(part -> part.types(types));
    }

    void write(DataOutputStream out) throws IOException {
        writeText(out, label);
        writeText(out, type);
        writeText(out, text);
        out.writeByte(weight.ordinal());
        writeText(out, sameAs);
        out.writeInt(parts.size());
        for (Place part : parts) {
            part.write(out);
        }
    }

    static Place read(DataInputStream in) throws IOException {
        String label = readText(in);
        String type = readText(in);
        String text = readText(in);
        Weight weight = Weight.values()[in.readByte()];
        String sameAs = readText(in);
        int count = in.readInt();
        List<Place> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(read(in));
        }
        return new Place(label, type, text, weight, sameAs, parts);
    }

    /** Texts may be longer than the 64 KiB of {@link DataOutputStream#writeUTF}. Lone surrogates are escaped. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
