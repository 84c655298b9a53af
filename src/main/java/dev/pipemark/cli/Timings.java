package dev.pipemark.cli;

import dev.pipemark.run.Timing;
import java.util.LinkedHashMap;
import java.util.Map;

/** A timing among the settings of a run, by the names of JMH's options. */
final class Timings {
    private static final String SETTLING = "settling of both sides";

    private Timings() {}

    static Map<String, String> settings(Timing timing) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(SETTLING, timing.settleMillis() + " ms at most");
        settings.put("-wi", String.valueOf(timing.warmups()));
        settings.put("-w", timing.warmupMillis() + " ms");
        settings.put("-i", String.valueOf(timing.iterations()));
        settings.put("-r", timing.iterationMillis() + " ms");
        return settings;
    }
}
