package dev.pipemark.proof;

import dev.pipemark.record.Run;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the verdicts of one machine are worth: how often they find a difference where there is none, and which
 * differences they find. From two runs of codecs of a known slowness.
 *
 * @param equal the arms of the codec at its own speed
 * @param inOrder the same codec's arms, all forks of one after the other, as JMH orders them
 * @param slowed the really slower codecs, by the per cent of values that they encode twice
 * @param curve how often known shifts of the equal arms are found, by per cent
 */
public record Proof(Repeats equal, Repeats inOrder, Map<Integer, Slowed> slowed, Map<Integer, Repeats.Count> curve) {
    /** The share of differences that counts as finding them. */
    public static final double MOSTLY = 0.8;

    private static final double NEARLY_ALWAYS = 0.99;
    /** Up to this paired scatter, 10 % must be found {@link #MOSTLY}. */
    private static final double SCATTER_FOR_TENTH = 0.09;
    /** Up to this paired scatter, 20 % must be found nearly always. */
    private static final double SCATTER_FOR_FIFTH = 0.12;

    /** The promises are for so many rounds; fewer find less, at the same scatter. */
    private static final int ROUNDS_PROMISED = 10;

    private static final String CODEC = "slowed-";
    private static final int LEAST_SHIFT = 3;
    private static final int LARGEST_SHIFT = 30;
    private static final int TENTH = 10;
    private static final int FIFTH = 20;

    /**
     * @param interleaved a run of the codecs {@code slowed-0}, {@code slowed-10} and {@code slowed-20}, each as several arms
     * @param inOrder a run of {@code slowed-0} in JMH's own order
     * @throws IllegalArgumentException when a run has not what is needed, saying what
     */
    public static Proof of(Run interleaved, Run inOrder) {
        Repeats equal = arms(interleaved, 0);
        Map<Integer, Slowed> slowed = new LinkedHashMap<>();
        for (int percent : List.of(TENTH, FIFTH)) {
            Repeats arms = arms(interleaved, percent);
            slowed.put(percent, new Slowed(arms.times(equal), arms.slowerThan(equal)));
        }
        Map<Integer, Repeats.Count> curve = new LinkedHashMap<>();
        IntStream.rangeClosed(LEAST_SHIFT, LARGEST_SHIFT)
                .forEach(percent -> curve.put(percent, equal.foundIfShifted(percent / 100.0)));
        return new Proof(equal, arms(inOrder, 0), slowed, curve);
    }

    private static Repeats arms(Run run, int percent) {
        Repeats arms = Repeats.of(run, CODEC + percent);
        if (arms.arms() < 2 || arms.rounds() < Stats.FORKS_FOR_INTERVAL) {
            throw new IllegalArgumentException("run " + run.info().id() + " has " + arms.arms() + " arms of " + CODEC
                    + percent + " with " + arms.rounds() + " forks each: it takes two arms or more, and "
                    + Stats.FORKS_FOR_INTERVAL + " forks");
        }
        return arms;
    }

    /** The smallest shift, in per cent, that is found {@link #MOSTLY}, and so are all larger ones; 0 if there is none. */
    public int smallest() {
        int smallest = 0;
        for (int percent = LARGEST_SHIFT; percent >= LEAST_SHIFT; percent--) {
            Repeats.Count count = curve.get(percent);
            if (count == null || count.share() < MOSTLY) {
                break;
            }
            smallest = percent;
        }
        return smallest;
    }

    /** Every promise that does not hold, in words; empty when all do. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        Repeats.Count different = equal.different();
        if (different.found() > equal.allowed()) {
            failures.add(different.found() + " of " + different.of() + " equal pairs were called different, where "
                    + equal.allowed() + " are allowed");
        }
        if (equal.rounds() < ROUNDS_PROMISED) {
            return failures;
        }
        double scatter = equal.pairedScatter();
        demand(scatter <= SCATTER_FOR_TENTH, TENTH, MOSTLY, failures);
        demand(scatter <= SCATTER_FOR_FIFTH, FIFTH, NEARLY_ALWAYS, failures);
        return failures;
    }

    private void demand(boolean applies, int percent, double share, List<String> failures) {
        Slowed codec = slowed.get(percent);
        if (applies && codec != null && codec.found().share() < share) {
            failures.add("codecs slower by " + percent + " % were found in "
                    + codec.found().found() + " of " + codec.found().of() + " comparisons, where "
                    + Math.round(100 * share) + " % are promised at this scatter");
        }
    }

    /**
     * A really slower codec.
     *
     * @param times the cost of the original that it was seen to have
     * @param found how often it was found
     */
    public record Slowed(double times, Repeats.Count found) {}
}
