package dev.pipemark.probe.values;

/** The kinds of values, in the order in which they are shown. */
public enum Group {
    SCALARS("scalars"),
    ARRAYS("arrays"),
    COLLECTIONS("collections"),
    JDK("values of the JDK"),
    RECORDS("records, enums, sealed types"),
    CLASSES("classes"),
    GRAPHS("graphs"),
    FUNCTIONS("functions"),
    PROCESS("tied to the process"),
    HIDDEN("tied to the process, hidden in a field or in this");

    private final String label;

    Group(String label) {
        this.label = label;
    }

    /** How reports and files write it. */
    public String label() {
        return label;
    }
}
