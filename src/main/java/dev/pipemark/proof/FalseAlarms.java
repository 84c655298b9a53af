package dev.pipemark.proof;

import dev.pipemark.record.Resolution;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The number of times that equal codecs are called different. No fork is used twice, so that the trials are independent
 * and the bound of {@link Count#allowed} is exact. Sittings are taken in groups of three to five. Each group gives one
 * table, and each pair of neighbours in it is judged by itself.
 *
 * @param pairs the pairs whose interval does not contain 1
 * @param headlines the tables that call a codec slower than the best
 * @param tables the tables that call any two codecs different
 */
public record FalseAlarms(Count pairs, Count headlines, Count tables) {
    static final FalseAlarms NONE = new FalseAlarms(Count.NONE, Count.NONE, Count.NONE);

    /** The number of counts, each with a bound of its own. */
    static final int KINDS = 3;

    static FalseAlarms of(KnownCosts costs) {
        FalseAlarms alarms = NONE;
        for (List<Integer> sittings : groups(costs.sittings())) {
            List<Map<Integer, Double>> table = new ArrayList<>();
            for (SortedMap<Integer, Double> codec : costs.equal()) {
                Map<Integer, Double> part = new TreeMap<>(codec);
                part.keySet().retainAll(sittings);
                table.add(part);
            }
            Count pairs = alarms.pairs;
            for (int one = 0; one + 1 < table.size(); one += 2) {
                Estimate ratio = Judgement.of(table.get(one), table.get(one + 1), Resolution.LEAST)
                        .ratio();
                pairs = pairs.with(ratio.lower() > 1 || ratio.upper() < 1);
            }
            PrintedTable printed = PrintedTable.of(table);
            alarms = new FalseAlarms(
                    pairs, alarms.headlines.with(printed.anySlower()), alarms.tables.with(printed.anyDifferent()));
        }
        return alarms;
    }

    /** Returns as many disjoint groups of at least three sittings as possible, of nearly equal size. */
    static List<List<Integer>> groups(List<Integer> sittings) {
        int count = sittings.size() / Stats.FORKS_FOR_INTERVAL;
        List<List<Integer>> groups = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            groups.add(sittings.subList(group * sittings.size() / count, (group + 1) * sittings.size() / count));
        }
        return groups;
    }

    FalseAlarms plus(FalseAlarms other) {
        return new FalseAlarms(pairs.plus(other.pairs), headlines.plus(other.headlines), tables.plus(other.tables));
    }

    /**
     * Returns whether no count exceeds its bound.
     *
     * @param bounds the number of bounds of the proof
     */
    boolean withinBounds(int bounds) {
        return pairs.withinBound(bounds) && headlines.withinBound(bounds) && tables.withinBound(bounds);
    }

    /** Returns whether each count has enough trials to exceed its bound. */
    boolean canFail(int bounds) {
        return pairs.canFail(bounds) && headlines.canFail(bounds) && tables.canFail(bounds);
    }
}
