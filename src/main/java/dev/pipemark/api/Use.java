package dev.pipemark.api;

/** A use of a codec: a kind of value that it is made to carry, or a part that it plays in the tables. */
public enum Use {
    /** Numbers, text, and JDK lists and maps of them. */
    DATA,
    /** Trees of objects. The shape names all their classes. */
    RECORDS,
    /** Objects whose classes no declaration names, such as the elements of a list of an interface. */
    HIERARCHIES,
    /** Objects that are shared or that refer back to themselves. */
    GRAPHS,
    /** Lambdas and other functions. */
    FUNCTIONS,
    /**
     * Stands for similar codecs in tables that vary something other than the codec: window, size, transport, workers,
     * equal cells. Each codec with this use adds cells to every such table. It must carry data and records, because
     * these tables send both.
     */
    SWEEPS
}
