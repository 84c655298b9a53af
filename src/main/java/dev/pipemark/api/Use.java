package dev.pipemark.api;

/** What a codec may stand for: a kind of value that it is made to carry, or a part in the tables. */
public enum Use {
    /** Numbers, text, and the JDK's lists and maps of them. */
    DATA,
    /** Objects of classes that the shape names, as a tree. */
    RECORDS,
    /** Objects whose classes no declaration names, such as elements of a list of an interface. */
    HIERARCHIES,
    /** Objects that are shared, or lead back to themselves. */
    GRAPHS,
    /** Lambdas and other functions. */
    FUNCTIONS,
    /**
     * Represents similar codecs in tables that vary something other than the codec: window, size, transport, workers,
     * equal cells. Each codec of this use costs cells in every such table. It must carry data and records, since these
     * tables send both.
     */
    SWEEPS
}
