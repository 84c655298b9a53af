package dev.pipemark.capability;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One place in the description of a value, with the places below it.
 *
 * @param label where it is, below the place above: {@code .name}, {@code [3]}, or what was asked
 * @param type the class of what is there, {@code null} for nothing, {@code throws} for an answer that was an exception
 * @param text its content; empty where the places below are the content
 * @param weight what a difference here means
 * @param sameAs the path of the place where the same object was met before; empty for an object met first here
 */
record Place(String label, String type, String text, Weight weight, String sameAs, List<Place> parts) {
    /** What it means when something else arrives at a place. */
    enum Weight {
        /** A field, an element: another content is wrong, none at all is a loss. */
        CONTENT,
        /** Beside the content: another one is a loss. */
        ASPECT,
        /** What the value does when it is used: whatever differs is wrong. */
        BEHAVIOUR
    }

    /** How the path of the value itself is written. */
    static final String ROOT = "the whole";

    /** The type of what is not there. */
    static final String NOTHING = "null";

    /** Labels the place that says that what it belongs to is a map: its entries go by labels as fields do. */
    static final String MAP = "(map)";

    /** The type of an answer that was an exception. */
    static final String THROWN = "throws";

    Place {
        parts = List.copyOf(parts);
    }

    /** Whether it has entries, and not fields. */
    boolean isMap() {
        return parts.stream().anyMatch(part -> part.label().equals(MAP));
    }

    boolean isNothing() {
        return type.equals(NOTHING);
    }

    /** The same under another label. */
    Place at(String other) {
        return new Place(other, type, text, weight, sameAs, parts);
    }

    /**
     * The label of a member of something without order: its content, and a number from the second of equal content on.
     *
     * @param times how often each content was met, which this counts on
     */
    static String member(Place place, Map<String, Integer> times) {
        String content = place.content();
        int again = times.merge(content, 1, Integer::sum);
        return "{" + content + "}" + (again == 1 ? "" : "#" + again);
    }

    /** The content without its types: equal for equal content, whatever classes hold it. */
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

    /** Texts may be longer than the 64 KiB of {@link DataOutputStream#writeUTF}, and hold lone surrogates escaped. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
