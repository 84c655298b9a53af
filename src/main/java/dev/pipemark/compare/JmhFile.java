package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one JSON file of JMH's holds.
 *
 * @param run its results as cells and forks
 * @param printed the score of each result as JMH gives it
 * @param members whether some benchmark has results of its methods or counters apart
 * @param profiled names of the profilers' results, which are neither cells nor metrics here
 */
record JmhFile(Run run, Map<Cell, JmhScore> printed, boolean members, List<String> profiled) {
    JmhFile {
        printed = Collections.unmodifiableMap(new LinkedHashMap<>(printed));
        profiled = List.copyOf(profiled);
    }
}
