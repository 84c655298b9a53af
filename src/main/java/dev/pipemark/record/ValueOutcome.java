package dev.pipemark.record;

/** What becomes of a value on its way to another process: a closed list. */
public enum ValueOutcome {
    EXACT("exact", "✓"),
    /** The same content, held by another class. */
    OTHER_CLASS("equal content in another class", "≈"),
    /** Something is missing that was there. */
    LOSSY("lossy", "−"),
    /** It arrives without complaint, and is not what was sent. */
    WRONG("silently wrong", "≠"),
    REFUSED_ON_ENCODE("refused on encode", "✗e"),
    REFUSED_ON_DECODE("refused on decode", "✗d"),
    STACK_OVERFLOW("stack overflow", "so"),
    OUT_OF_MEMORY("out of memory", "om"),
    /** No answer before the deadline. */
    HANG("hang", "…"),
    /** A worker died; the detail says of what. */
    DIED("worker died", "†");

    private final String label;
    private final String mark;

    ValueOutcome(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    /** As files write it. */
    public String label() {
        return label;
    }

    /** One or two characters for a matrix. */
    public String mark() {
        return mark;
    }

    /** Whether something arrived at all. */
    public boolean arrives() {
        return this == EXACT || this == OTHER_CLASS || this == LOSSY || this == WRONG;
    }

    /** Whether a receiver has the content that was sent. */
    public boolean carries() {
        return this == EXACT || this == OTHER_CLASS;
    }
}
