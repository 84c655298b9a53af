package dev.pipemark.api;

import java.util.Locale;

/** The kind of value that a payload sends. */
public enum Family {
    PRIMITIVES,
    CONTAINERS,
    INSTANCES,
    FUNCTIONS,
    /** Plain bytes that need no codec. They are the control. */
    BYTES,
    /** Values that are tied to a process or the operating system. They are probed and never timed. */
    RESOURCES;

    /** Returns the family in lower case, as ids and reports print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
