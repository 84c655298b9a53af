package dev.pipemark.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions that differ between two runs, over all cells in both. */
final class Told {
    private final Set<String> base = new LinkedHashSet<>();
    private final Set<String> candidate = new LinkedHashSet<>();
    private int differing;
    private int known;
    private boolean missing;

    private Told() {}

    /**
     * Returns the differences.
     *
     * @param unknowns receives a clause about facts that one of the runs lacks
     */
    static List<EnvironmentDifference> of(List<Counterparts.Pair> pairs, List<String> unknowns) {
        Map<String, Told> facts = new LinkedHashMap<>();
        Conditions.all().forEach(name -> facts.put(name, new Told()));
        for (Counterparts.Pair pair : pairs) {
            if (pair.base() != null && pair.candidate() != null) {
                Map<String, String> then = pair.base().conditions().facts();
                Map<String, String> now = pair.candidate().conditions().facts();
                facts.forEach((name, told) -> told.add(then.get(name), now.get(name)));
            }
        }
        List<EnvironmentDifference> differences = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        facts.forEach((name, told) -> {
            if (told.missing) {
                missing.add(name);
            }
            if (told.differing > 0) {
                differences.add(told.difference(name));
            }
        });
        if (!missing.isEmpty()) {
            unknowns.add(
                    "whether these were the same, since not both have them on record: " + String.join(", ", missing));
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
