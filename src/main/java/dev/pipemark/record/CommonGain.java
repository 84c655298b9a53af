package dev.pipemark.record;

import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.LapFit;
import dev.pipemark.stats.Scatter;
import dev.pipemark.stats.Stats;
import dev.pipemark.stats.Trend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gain of all forks of a sitting together, from the first lap to the last. {@link Settling} compares forks with each
 * other, so it cannot see a warm-up that was too short for all of them alike. No comparison shows such a gain, but it
 * makes every score too slow.
 *
 * <p>Each sitting gives one number: the change of its laps by a straight line. It includes the changes of the machine.
 * These differ from sitting to sitting of a table, so they widen the intervals. One scatter is estimated from all
 * tables of a benchmark. A machine that becomes faster in every sitting cannot be distinguished from a warm-up. The
 * fixed arithmetic needs almost no warm-up, so it shows whether this machine becomes faster.
 *
 * @param benchmark the benchmark of the sittings
 * @param lastLap the cost of the last lap divided by that of the first, over all sittings; without an interval if there
 *     are too few sittings
 * @param tables the same for each table, with intervals that hold together
 */
public record CommonGain(String benchmark, Estimate lastLap, Map<Cell, Estimate> tables) {
    public CommonGain {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** Returns the gain of each benchmark with sittings, in run order. */
    public static List<CommonGain> of(Run run) {
        Map<String, Map<Cell, List<Double>>> changes = new LinkedHashMap<>();
        for (List<Fork> sitting : Sittings.of(run)) {
            if (Sittings.comparesLaps(sitting)) {
                Cell table = Kind.table(sitting.get(0).cell());
                Trend laps = Trend.of(List.of(LapFit.laps(Sittings.logs(sitting))));
                changes.computeIfAbsent(table.benchmark(), benchmark -> new LinkedHashMap<>())
                        .computeIfAbsent(table, same -> new ArrayList<>())
                        .add(laps.change());
            }
        }
        List<CommonGain> gains = new ArrayList<>();
        changes.forEach((benchmark, tables) -> gains.add(of(benchmark, tables)));
        return gains;
    }

    private static CommonGain of(String benchmark, Map<Cell, List<Double>> changes) {
        Scatter scatter = changes.values().stream().map(Scatter::of).reduce(Scatter.NONE, Scatter::plus);
        Map<Cell, Estimate> tables = new LinkedHashMap<>();
        changes.forEach((table, own) -> tables.put(table, Stats.estimate(own, scatter, changes.size())));
        List<Double> all = changes.values().stream().flatMap(List::stream).toList();
        return new CommonGain(benchmark, Stats.estimate(all, scatter, 1), tables);
    }

    /**
     * Returns the costs that show a gain, by the name of the benchmark or else of its tables. A gain must be above {@link
     * Settling#GAIN}, and its interval must not contain 0. Empty if the forks had settled.
     */
    public Map<String, Estimate> unsettled() {
        Map<String, Estimate> unsettled = new LinkedHashMap<>();
        if (gained(lastLap)) {
            unsettled.put(benchmark, lastLap);
        } else {
            tables.forEach((table, own) -> {
                if (gained(own)) {
                    unsettled.put(table.name(), own);
                }
            });
        }
        return unsettled;
    }

    private static boolean gained(Estimate lastLap) {
        return lastLap.value() < 1 - Settling.GAIN && lastLap.upper() < 1;
    }
}
