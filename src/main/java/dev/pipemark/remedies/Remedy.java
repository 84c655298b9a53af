package dev.pipemark.remedies;

import java.nio.file.Path;
import java.util.List;

/**
 * One answer to "this will not travel". It is shown by doing it, across real processes, with the mistake next to it; what
 * it costs is measured on its {@link #variants}.
 */
public interface Remedy {
    /**
     * One thing that was done.
     *
     * @param did begins with {@code "wrong: "} or {@code "right: "}
     * @param saw what came of it
     */
    record Step(String did, String saw) {}

    /**
     * One way to carry the same thing.
     *
     * @param name unique within its remedy; ends with the codec
     */
    record Variant(String name, Roundtrip roundtrip) {}

    /** Carries one value within this process. Confined to one thread. */
    @FunctionalInterface
    interface Roundtrip {
        /** Encodes and decodes once, and returns how many bytes lay between. */
        int once() throws Exception;
    }

    /** Lower-case letters and hyphens. */
    String id();

    /** What one does, in a few words. */
    String title();

    /** What one sees when it is needed. */
    String problem();

    /**
     * Really does it.
     *
     * @param workDirectory for files and for what the child processes say on stderr
     * @throws IllegalStateException when something is not as promised here
     */
    List<Step> demonstrate(Path workDirectory) throws Exception;

    /** New ones each time; none where the cost is that of a process and not of a message. */
    default List<Variant> variants() {
        return List.of();
    }
}
