package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param reason {@code complete}, {@code interrupted} or {@code budget}; {@code unfinished} while it goes on
 * @param seconds wall time from the first probe on
 * @param after load, steal and the like after the last fork, by name
 * @param until why there were no further rounds, of a run that was to go on until it resolves enough: {@link #REACHED},
 *     {@link #SPENT} or {@link #MOST}; {@code null} of others, and of one that did not come so far
 */
public record RunEnd(
        String reason,
        double seconds,
        Map<String, String> after,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String until) {
    public static final RunEnd UNFINISHED = new RunEnd("unfinished", Double.NaN, Map.of());

    /** Every headline table resolves what was asked for. */
    public static final String REACHED = "reached";
    /** The budget was spent. */
    public static final String SPENT = "budget spent";
    /** A table that does not resolve it has had the most rounds that any gets. */
    public static final String MOST = "maximum";

    public RunEnd {
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** Of a run that was to do the planned rounds. */
    public RunEnd(String reason, double seconds, Map<String, String> after) {
        this(reason, seconds, after, null);
    }
}
