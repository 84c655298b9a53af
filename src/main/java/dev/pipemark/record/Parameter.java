package dev.pipemark.record;

import java.util.List;

/**
 * The parameters of the suite's cells, beside codec and payload. Cells from JMH's files of other suites may have others.
 */
public enum Parameter {
    /** {@code pipe}, or {@code memory} for everything but the crossing, on one thread. */
    TRANSPORT("transport", "pipe"),
    /**
     * The number of messages in flight. The default is so large that the time to wake the other process does not hide
     * the codec.
     */
    WINDOW("window", "64"),
    /** The number of worker processes of a pool. */
    WORKERS("workers", ""),
    /** The number of tasks that a pool hands out together; {@code default} for the pool's own choice. */
    CHUNK("chunk", ""),
    /** The remedy and its way of sending a value. */
    VARIANT("variant", ""),
    /** The number of cores for parent and worker: one for both, or one for each. JMH does not know this parameter. */
    CORES("cores", "1"),
    /** JMH's mode, if a run has several. JMH does not know this parameter. */
    MODE("mode", ""),
    /** The number of a copy of a cell. JMH does not know this parameter. On record it is called {@code arm}. */
    COPY("arm", "1");

    /** The parameters that a cell leaves out if they have their default values. */
    public static final List<Parameter> SILENT = List.of(CORES, COPY);

    private final String id;
    private final String unsaid;

    Parameter(String id, String unsaid) {
        this.id = id;
        this.unsaid = unsaid;
    }

    /** Returns the name of the parameter in cells. */
    public String id() {
        return id;
    }

    /** Returns the default value; empty if there is none. */
    public String unsaid() {
        return unsaid;
    }

    /** Returns its value in this cell, the default value if the cell does not tell it. */
    public String of(Cell cell) {
        return cell.parameters().getOrDefault(id, unsaid);
    }

    /** Returns its value in this cell; empty if the cell does not tell it. */
    public String told(Cell cell) {
        return cell.parameters().getOrDefault(id, "");
    }

    /** Returns whether the cell has the default value, told or not. */
    public boolean usual(Cell cell) {
        return of(cell).equals(unsaid);
    }
}
