package dev.pipemark.remedies;

import java.nio.file.Path;
import java.util.List;

/**
 * A runnable remedy for a value that cannot be sent. It runs across real processes and shows the mistake as well. Its
 * {@link #variants} are timed to show its cost.
 */
public interface Remedy {
    /**
     * One step of a demonstration.
     *
     * @param did the action. It begins with {@code "wrong: "} or {@code "right: "}.
     * @param saw the result
     */
    record Step(String did, String saw) {}

    /**
     * One way to send the same value.
     *
     * @param name unique within its remedy. It ends with the codec.
     */
    record Variant(String name, Roundtrip roundtrip) {}

    /** Encodes and decodes one value within this process. Confined to one thread. */
    @FunctionalInterface
    interface Roundtrip {
        /** Encodes and decodes once, and returns the number of encoded bytes. */
        int once() throws Exception;
    }

    /** Returns the id: lower-case letters and hyphens. */
    String id();

    /** Returns the action in a few words. */
    String title();

    /** Returns the symptom that this remedy helps against. */
    String problem();

    /**
     * Runs the demonstration.
     *
     * @param workDirectory the folder for files and for the stderr of child processes
     * @throws IllegalStateException if a result is not the expected one
     */
    List<Step> demonstrate(Path workDirectory) throws Exception;

    /** Returns new variants. Empty if the cost is that of a process and not of a message. */
    default List<Variant> variants() {
        return List.of();
    }
}
