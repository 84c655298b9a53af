package dev.pipemark.record;

import java.util.List;

/**
 * The parameters of the suite's cells, beside codec and payload. Cells from JMH's files of other suites may have others.
 */
public enum Parameter {
    /**
     * {@code pipe}, or {@code memory}. With {@code memory}, both sides run on one thread of one process, and no bytes are
     * sent to another process.
     */
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
    /** The number of a copy of a cell. JMH does not know this parameter. Recorded runs call it {@code arm}. */
    COPY("arm", "1");

    /** The parameters that a cell leaves out if they have their default values. */
    public static final List<Parameter> OMITTED_IF_DEFAULT = List.of(CORES, COPY);

    private final String id;
    private final String defaultValue;

    Parameter(String id, String defaultValue) {
        this.id = id;
        this.defaultValue = defaultValue;
    }

    /** Returns the name of the parameter in cells. */
    public String id() {
        return id;
    }

    /** Returns the default value. Empty if there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Returns the value of this parameter in a cell, or the default value if the cell does not have the parameter. */
    public String of(Cell cell) {
        return cell.parameters().getOrDefault(id, defaultValue);
    }

    /** Returns whether the cell has the default value, either stated or left out. */
    public boolean hasDefault(Cell cell) {
        return of(cell).equals(defaultValue);
    }
}
