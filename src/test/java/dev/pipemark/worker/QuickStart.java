package dev.pipemark.worker;

import java.util.ArrayList;
import java.util.List;

/** Flags of workers that answer a few questions: they start on one core in half the time. */
public final class QuickStart {
    private QuickStart() {}

    /** Returns these flags, with more. */
    public static List<String> with(String... more) {
        List<String> flags = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        flags.addAll(List.of(more));
        return List.copyOf(flags);
    }
}
