package dev.pipemark.worker;

import java.util.ArrayList;
import java.util.List;

/** Flags and a class path for workers that answer a few questions: they start on one core in half the time. */
public final class QuickStart {
    private QuickStart() {}

    /** Returns flags for workers with any class path, with more. */
    public static List<String> with(String... more) {
        List<String> flags = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        flags.addAll(List.of(more));
        return List.copyOf(flags);
    }

    /**
     * Returns the class path of a worker that needs no library but Kryo and Jackson 3. It has the suite and the tests. More
     * entries may follow.
     */
    public static String path() {
        return PackedClasses.made().path();
    }

    /** Returns flags for workers whose class path begins with {@link #path}, with more. They start faster still. */
    public static List<String> packed(String... more) {
        List<String> flags = new ArrayList<>(with(more));
        flags.addAll(PackedClasses.made().flags());
        return List.copyOf(flags);
    }
}
