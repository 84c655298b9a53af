package dev.pipemark.record;

import java.util.List;

/**
 * What a report says of an answer to "this will not travel".
 *
 * @param title what one does, in a few words
 * @param problem what one sees when it is needed
 * @param steps what it did and saw when it was run; empty when it was not
 */
public record RemedyFacts(String id, String title, String problem, List<Step> steps) {
    /**
     * One thing that was done, and what came of it.
     *
     * @param did begins with {@code "wrong: "} or {@code "right: "}
     */
    public record Step(String did, String saw) {}

    public RemedyFacts {
        steps = List.copyOf(steps);
    }
}
