package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run.
 *
 * @param reason {@code complete}, {@link #INTERRUPTED}, {@code budget}, or a phrase for a first failure with {@code -foe};
 *     {@code unfinished} if it has not ended
 * @param seconds the wall time from the first probe on
 * @param after load, steal and the like after the last fork, by name
 * @param until why there were no further rounds, if the run had a goal: {@link #REACHED}, {@link #SPENT} or
 *     {@link #MOST}; {@code null} if it had none, or ended before its planned rounds were done
 */
public record RunEnd(
        String reason,
        double seconds,
        Map<String, String> after,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String until) {
    public static final RunEnd UNFINISHED = new RunEnd("unfinished", Double.NaN, Map.of());

    /** The reason of a run that Ctrl-C or a signal ended. */
    public static final String INTERRUPTED = "interrupted";

    /** Every headline table resolves the goal. */
    public static final String REACHED = "reached";
    /** The budget was spent. */
    public static final String SPENT = "budget spent";
    /** A table that does not resolve the goal has had the most rounds that a table gets. */
    public static final String MOST = "maximum";

    public RunEnd {
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** Makes the end of a run without a goal. */
    public RunEnd(String reason, double seconds, Map<String, String> after) {
        this(reason, seconds, after, null);
    }
}
