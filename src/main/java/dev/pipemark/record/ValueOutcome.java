package dev.pipemark.record;

/** The possible results for a value that is sent to another process. */
public enum ValueOutcome {
    EXACT("exact", "✓"),
    /** The content is the same, in another class. */
    OTHER_CLASS("equal content in another class", "≈"),
    /** A part of the value is missing. */
    LOSSY("lossy", "−"),
    /** The value arrives changed, without an error. */
    WRONG("silently wrong", "≠"),
    REFUSED_ON_ENCODE("refused on encode", "✗e"),
    REFUSED_ON_DECODE("refused on decode", "✗d"),
    STACK_OVERFLOW("stack overflow", "so"),
    OUT_OF_MEMORY("out of memory", "om"),
    /** There was no answer before the deadline. */
    HANG("hang", "…"),
    /** A worker died. The detail has the cause. */
    DIED("worker died", "†");

    private final String label;
    private final String mark;

    ValueOutcome(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    /** Returns the name in files. */
    public String label() {
        return label;
    }

    /** Returns one or two characters for a matrix. */
    public String mark() {
        return mark;
    }

    /** Returns whether a value arrived, changed or not. */
    public boolean arrives() {
        return this == EXACT || this == OTHER_CLASS || this == LOSSY || this == WRONG;
    }

    /** Returns whether the receiver has the content that was sent. */
    public boolean carries() {
        return this == EXACT || this == OTHER_CLASS;
    }
}
