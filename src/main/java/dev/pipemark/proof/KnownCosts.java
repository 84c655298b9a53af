package dev.pipemark.proof;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The costs of codecs whose differences are known: some are equal, others are slower by a known part. All belong to one
 * benchmark. Only whole sittings count, in which no fork failed. A round whose table was divided has no whole sitting.
 */
final class KnownCosts {
    /**
     * The ids of the codecs of the example {@code slowed}, with the per cent of values that they encode and decode twice.
     */
    private static final Pattern CODEC = Pattern.compile("slowed-(\\d+)[a-z]?");

    /** The fewest equal codecs that make a table. */
    private static final int LEAST_EQUAL = 3;

    private final List<Integer> sittings;
    private final SortedMap<Integer, List<SortedMap<Integer, Double>>> byPercent;
    private final int incomplete;

    private KnownCosts(
            List<Integer> sittings, SortedMap<Integer, List<SortedMap<Integer, Double>>> byPercent, int incomplete) {
        this.sittings = List.copyOf(sittings);
        this.byPercent = byPercent;
        this.incomplete = incomplete;
    }

    /** Returns whether a run measured such codecs. */
    static boolean in(Run run) {
        return run.info().cells().stream()
                .anyMatch(cell -> CODEC.matcher(cell.codec()).matches());
    }

    /** Returns the costs of a run's codecs. */
    static KnownCosts of(Run run) {
        Map<Cell, List<Fork>> forks = new LinkedHashMap<>();
        run.info().cells().forEach(cell -> forks.put(cell, new ArrayList<>()));
        run.forks()
                .forEach(fork -> forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>())
                        .add(fork));
        TreeSet<Integer> begun = new TreeSet<>();
        SortedMap<Integer, List<SortedMap<Integer, Double>>> byPercent = new TreeMap<>();
        forks.forEach((cell, own) -> {
            Matcher codec = CODEC.matcher(cell.codec());
            if (codec.matches()) {
                SortedMap<Integer, Double> costs = Costs.byRound(
                        own.stream().filter(fork -> fork.group() == null).toList());
                begun.addAll(Costs.byRound(own).keySet());
                byPercent
                        .computeIfAbsent(Integer.valueOf(codec.group(1)), percent -> new ArrayList<>())
                        .add(costs);
            }
        });
        TreeSet<Integer> whole = new TreeSet<>(begun);
        byPercent.values().forEach(codecs -> codecs.forEach(costs -> whole.retainAll(costs.keySet())));
        byPercent
                .values()
                .forEach(codecs -> codecs.forEach(costs -> costs.keySet().retainAll(whole)));
        return new KnownCosts(List.copyOf(whole), byPercent, begun.size() - whole.size());
    }

    /** Returns whether there are enough equal codecs and whole sittings to judge anything. */
    boolean enough() {
        return equal().size() >= LEAST_EQUAL && sittings.size() >= Stats.FORKS_FOR_INTERVAL;
    }

    /** Returns the numbers of the whole sittings, in ascending order. */
    List<Integer> sittings() {
        return sittings;
    }

    /** Returns the number of sittings that were left out because a fork failed or is missing. */
    int incomplete() {
        return incomplete;
    }

    /** Returns the costs of each equal codec by sitting, in nanoseconds per operation. */
    List<SortedMap<Integer, Double>> equal() {
        return byPercent.getOrDefault(0, List.of());
    }

    /** Returns the costs of slower codecs, by the per cent of values that take twice the time. */
    SortedMap<Integer, List<SortedMap<Integer, Double>>> slowed() {
        return byPercent.tailMap(1);
    }

    /** Returns the costs of all codecs. */
    List<SortedMap<Integer, Double>> all() {
        return byPercent.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the cost of the slowed codecs divided by that of the equal ones, from the geometric means of all forks. */
    double times(int percent) {
        return Math.exp(meanLog(byPercent.getOrDefault(percent, List.of())) - meanLog(equal()));
    }

    private static double meanLog(List<SortedMap<Integer, Double>> codecs) {
        return codecs.stream()
                .flatMap(costs -> costs.values().stream())
                .mapToDouble(Math::log)
                .average()
                .orElse(Double.NaN);
    }
}
