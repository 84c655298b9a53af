package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of one JSON file of JMH.
 *
 * @param run its results as cells and forks
 * @param printed the score of each result as JMH prints it
 * @param members whether some benchmark has separate results for its methods or counters
 * @param profiled the names of the profilers' results. They are neither cells nor metrics here.
 */
record JmhFile(Run run, Map<Cell, JmhScore> printed, boolean members, List<String> profiled) {
    JmhFile {
        printed = Collections.unmodifiableMap(new LinkedHashMap<>(printed));
        profiled = List.copyOf(profiled);
    }
}
