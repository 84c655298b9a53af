package dev.pipemark.api;

import java.util.Locale;

/** What kind of value a payload is. */
public enum Family {
    PRIMITIVES,
    CONTAINERS,
    INSTANCES,
    FUNCTIONS,
    /** The control: bytes that need no codec. */
    BYTES,
    /** What is tied to the process or the operating system: probed, never timed. */
    RESOURCES;

    /** The family in lower case, as ids and reports print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
