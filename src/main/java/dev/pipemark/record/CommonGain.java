package dev.pipemark.record;

import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.LapFit;
import dev.pipemark.stats.Stats;
import dev.pipemark.stats.Trend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gain of all forks of a benchmark together, from the first lap of a sitting to the last. {@link Settling} compares
 * forks with each other, so it cannot see a warm-up that was too short for all of them alike. Such a gain is in no
 * comparison, but makes every score too slow.
 *
 * <p>Each sitting gives one number: the change of its laps by a straight line. It includes the changes of the machine. These
 * differ from sitting to sitting, so they widen the interval over sittings, which is Student's. A machine that becomes
 * faster in every sitting cannot be told from a warm-up. The fixed arithmetic, which needs hardly any warm-up, shows whether
 * this machine does.
 *
 * @param benchmark whose sittings these are
 * @param lastLap the cost of the last lap divided by that of the first; without an interval below three sittings
 */
public record CommonGain(String benchmark, Estimate lastLap) {
    /** Returns the gain of each benchmark with sittings, in run order. */
    public static List<CommonGain> of(Run run) {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (List<Fork> sitting : Sittings.of(run)) {
            if (Sittings.comparesLaps(sitting)) {
                Trend laps = Trend.of(List.of(LapFit.laps(Sittings.logs(sitting))));
                ratios.computeIfAbsent(sitting.get(0).cell().benchmark(), benchmark -> new ArrayList<>())
                        .add(Math.exp(laps.change()));
            }
        }
        List<CommonGain> gains = new ArrayList<>();
        ratios.forEach((benchmark, each) -> gains.add(new CommonGain(benchmark, Stats.estimate(each))));
        return gains;
    }

    /**
     * Returns whether the forks had settled. They had not if the gain is above {@link Settling#GAIN} and its interval does
     * not contain 0.
     */
    public boolean settled() {
        return !(lastLap.value() < 1 - Settling.GAIN && lastLap.upper() < 1);
    }
}
