package dev.pipemark.record;

/** The parameters of the suite's cells, beside codec and payload. A cell may have others, as JMH's files of other suites do. */
public enum Parameter {
    /** {@code pipe}, or {@code memory}: everything but the crossing, on one thread. */
    TRANSPORT("transport", "pipe"),
    /** Messages in flight. The usual window is deep enough that waking the other process does not hide the codec. */
    WINDOW("window", "64"),
    /** Worker processes of a pool. */
    WORKERS("workers", ""),
    /** Tasks that a pool hands out together; {@code default} for the pool's own choice. */
    CHUNK("chunk", ""),
    /** Which of its remedies, and which way of sending it. */
    VARIANT("variant", ""),
    /** Cores that the parent and its worker are put on: one, or one each; none of JMH's parameters. */
    CORES("cores", "1"),
    /** JMH's mode, where a run has several; none of JMH's parameters. */
    MODE("mode", ""),
    /** Tells cells apart that a plan has more than once; none of JMH's parameters. On record it is called {@code arm}. */
    COPY("arm", "1");

    private final String id;
    private final String unsaid;

    Parameter(String id, String unsaid) {
        this.id = id;
        this.unsaid = unsaid;
    }

    /** The name by which cells have it. */
    public String id() {
        return id;
    }

    /** Whether a cell leaves it out where it has its default value. */
    boolean silent() {
        return this == COPY || this == CORES;
    }

    /** The default value; empty where there is none. */
    public String unsaid() {
        return unsaid;
    }

    /** Its value in this cell; the one that goes without saying where the cell has none. */
    public String of(Cell cell) {
        return cell.parameters().getOrDefault(id, unsaid);
    }

    /** Its value in this cell; empty where the cell has none. */
    public String told(Cell cell) {
        return cell.parameters().getOrDefault(id, "");
    }

    /** Whether the cell has the value that goes without saying, told or not. */
    public boolean usual(Cell cell) {
        return of(cell).equals(unsaid);
    }
}
