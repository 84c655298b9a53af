package dev.pipemark.probe.values;

/** The groups of values, in the order of reports. */
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

    /** Returns the name in reports and files. */
    public String label() {
        return label;
    }
}
