package dev.pipemark.capability;

import dev.pipemark.record.ValueOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The differences between a sent and a received value, by outcome. Confined to one thread. */
public final class Deviations {
    private static final int SHOWN = 3;
    private static final List<ValueOutcome> GRAVEST_FIRST =
            List.of(ValueOutcome.WRONG, ValueOutcome.LOSSY, ValueOutcome.OTHER_CLASS);

    private final Map<ValueOutcome, List<String>> found = new EnumMap<>(ValueOutcome.class);

    /** Adds one difference, as a text for readers. */
    public void add(ValueOutcome outcome, String difference) {
        found.computeIfAbsent(outcome, each -> new ArrayList<>()).add(difference);
    }

    /** Returns the gravest outcome with the first of its differences. It is exact if there are none. */
    public Arrival arrival() {
        for (ValueOutcome outcome : GRAVEST_FIRST) {
            List<String> such = found.getOrDefault(outcome, List.of());
            if (!such.isEmpty()) {
                List<String> shown = such.subList(0, Math.min(SHOWN, such.size()));
                String more = such.size() > SHOWN ? "; and " + (such.size() - SHOWN) + " more" : "";
                return new Arrival(outcome, String.join("; ", shown) + more);
            }
        }
        return new Arrival(ValueOutcome.EXACT, "");
    }
}
