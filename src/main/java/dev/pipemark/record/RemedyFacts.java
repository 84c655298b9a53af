package dev.pipemark.record;

import java.util.List;

/**
 * The facts about an answer to "this will not travel" that a report shows.
 *
 * @param title the answer, in a few words
 * @param problem the symptom that calls for it
 * @param steps its steps and their results; empty if it was not run
 */
public record RemedyFacts(String id, String title, String problem, List<Step> steps) {
    /**
     * One step and its result.
     *
     * @param did the step; begins with {@code "wrong: "} or {@code "right: "}
     * @param saw the result
     */
    public record Step(String did, String saw) {}

    public RemedyFacts {
        steps = List.copyOf(steps);
    }
}
