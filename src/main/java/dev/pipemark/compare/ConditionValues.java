package dev.pipemark.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one condition in two runs, over all cells that both runs have. */
final class ConditionValues {
    private final Set<String> base = new LinkedHashSet<>();
    private final Set<String> candidate = new LinkedHashSet<>();
    private int differing;
    private int known;
    private boolean missing;

    private ConditionValues() {}

    /**
     * Returns the conditions that differ.
     *
     * @param unknowns receives a clause about conditions that one of the runs did not record
     */
    static List<EnvironmentDifference> differences(List<Counterparts.Pair> pairs, List<String> unknowns) {
        Map<String, ConditionValues> facts = new LinkedHashMap<>();
        Conditions.all().forEach(name -> facts.put(name, new ConditionValues()));
        for (Counterparts.Pair pair : pairs) {
            if (pair.base() != null && pair.candidate() != null) {
                Map<String, String> then = pair.base().conditions().facts();
                Map<String, String> now = pair.candidate().conditions().facts();
                facts.forEach((name, values) -> values.add(then.get(name), now.get(name)));
            }
        }
        List<EnvironmentDifference> differences = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        facts.forEach((name, values) -> {
            if (values.missing) {
                missing.add(name);
            }
            if (values.differing > 0) {
                differences.add(values.difference(name));
            }
        });
        if (!missing.isEmpty()) {
            unknowns.add(
                    "whether these were the same, because one run did not record them: " + String.join(", ", missing));
        }
        return differences;
    }

    private void add(@Nullable String then, @Nullable String now) {
        if (then == null || now == null) {
            missing |= then != null || now != null;
            return;
        }
        known++;
        if (!then.equals(now)) {
            differing++;
            base.add(then);
            candidate.add(now);
        }
    }

    /** Adds the number of cells, unless all cells differ. */
    private EnvironmentDifference difference(String name) {
        String of = differing == known ? "" : " (" + differing + " of " + known + " cells)";
        return new EnvironmentDifference(name + of, String.join(" or ", base), String.join(" or ", candidate));
    }
}
