package dev.pipemark.capability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the place in a value that a library's error message refers to. There are three kinds of messages. Jackson
 * prints the chain of references from the value down. Kryo prints the fields from the place up. Others name only the
 * class.
 */
final class Culprit {
    private static final Pattern STEP = Pattern.compile("[\\w.$]+\\[(?:\"([^\"]+)\"|(\\d+))]");
    private static final Pattern CHAIN =
            Pattern.compile("reference chain: (" + STEP.pattern() + "(?:->" + STEP.pattern() + ")*)");
    private static final Pattern TRACE = Pattern.compile("Serialization trace:((?:\\s+\\w+ \\([\\w.$]+\\))+)");
    private static final Pattern TRACED = Pattern.compile("(\\w+) \\([\\w.$]+\\)");

    private Culprit() {}

    /**
     * Returns the path of the place. Empty if the message names no place, or means the whole value.
     *
     * @param value the description of the value. Its label is the beginning of the path.
     * @param complaint the error message of the library
     */
    static Optional<String> in(Place value, String complaint) {
        Matcher chain = CHAIN.matcher(complaint);
        if (chain.find()) {
            return Optional.of(value.label() + steps(chain.group(1)));
        }
        Matcher trace = TRACE.matcher(complaint);
        if (trace.find()) {
            List<String> fields = TRACED.matcher(trace.group(1))
                    .results()
                    .map(field -> "." + field.group(1))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.reverse(fields);
            return Optional.of(value.label() + String.join("", fields));
        }
        return byClass(value, complaint);
    }

    private static String steps(String chain) {
        return STEP.matcher(chain)
                .results()
                .map(step -> step.group(1) == null ? "[" + step.group(2) + "]" : "." + step.group(1))
                .collect(Collectors.joining());
    }

    /** Returns the first place whose class the message names. Among several classes, the one with the longest name. */
    private static Optional<String> byClass(Place value, String complaint) {
        List<Named> named = new ArrayList<>();
        collect(value, "", complaint, named);
        return named.stream()
                .reduce((one, other) -> other.type.length() > one.type.length() ? other : one)
                .filter(found -> !found.path.equals(value.label()))
                .map(found -> found.path);
    }

    private record Named(String path, String type) {}

    private static void collect(Place place, String above, String complaint, List<Named> named) {
        String path = above + place.label();
        if (place.type().contains(".") && names(complaint, place.type())) {
            named.add(new Named(path, place.type()));
        }
        place.parts().forEach(part -> collect(part, path, complaint, named));
    }

    private static boolean names(String complaint, String type) {
        int at = complaint.indexOf(type);
        while (at >= 0) {
            int end = at + type.length();
            if (end == complaint.length() || !Character.isJavaIdentifierPart(complaint.charAt(end))) {
                return true;
            }
            at = complaint.indexOf(type, at + 1);
        }
        return false;
    }
}
