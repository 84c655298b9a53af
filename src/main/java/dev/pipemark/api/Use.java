package dev.pipemark.api;

/** A use of a codec: a kind of value that it carries, or a role in the tables. */
public enum Use {
    /** Numbers, text, and JDK lists and maps of them. */
    DATA,
    /** Trees of objects. The shape names all their classes. */
    RECORDS,
    /** Objects of classes that no declared type names, such as the elements of a list of an interface type. */
    HIERARCHIES,
    /** Objects that are shared or that refer back to themselves. */
    GRAPHS,
    /** Lambdas and other functions. */
    FUNCTIONS,
    /**
     * The codec takes part in sweeps. It represents similar codecs there. A sweep is a table that varies something
     * other than the codec: the window, the size, the transport or the number of workers. Each codec with this use adds
     * cells to every sweep. It must carry data and records, because sweeps send both.
     *
     * <p>Presets measure some cells twice, to show the noise of the machine. Cells of codecs with this use are among them.
     */
    SWEEPS
}
