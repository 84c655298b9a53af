package dev.pipemark.run;

import java.util.Collection;
import java.util.List;

/** The user named something that there is not. */
public final class UnknownNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;
    private final List<String> known;

    /**
     * @param kind what should have this name, as in {@code codec}
     * @param known names that would have done
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
