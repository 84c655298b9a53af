package dev.pipemark.run;

import dev.pipemark.record.ForkNote;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/** The results of JMH's profilers and auxiliary counters in a fork, kept as facts of its note: {@code score unit}. */
final class Profiled {
    private static final String PREFIX = "jmh.";

    /** A value with its unit. */
    record Value(double score, String unit) {}

    private Profiled() {}

    static void put(BenchmarkResult result, Map<String, String> facts) {
        result.getSecondaryResults()
                .forEach((label, found) -> facts.put(PREFIX + label, found.getScore() + " " + unit(found)));
    }

    static Map<String, Value> of(ForkNote note) {
        Map<String, Value> values = new LinkedHashMap<>();
        note.facts().forEach((name, fact) -> {
            int space = fact.indexOf(' ');
            if (name.startsWith(PREFIX) && space > 0) {
                values.put(
                        name.substring(PREFIX.length()),
                        new Value(Double.parseDouble(fact.substring(0, space)), fact.substring(space + 1)));
            }
        });
        return values;
    }

    private static String unit(Result<?> result) {
        return result.getScoreUnit();
    }
}
