package dev.pipemark.run;

import java.util.Collection;
import java.util.List;

/** Thrown if the user names something that does not exist. */
public final class UnknownNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;
    private final List<String> known;

    /**
     * Makes an exception.
     *
     * @param kind the kind of thing, such as {@code codec}
     * @param known the existing names
     */
    public UnknownNameException(String kind, String name, Collection<String> known) {
        super("there is no " + kind + " '" + name + "'");
        this.kind = kind;
        this.name = name;
        this.known = List.copyOf(known);
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public List<String> known() {
        return known;
    }
}
