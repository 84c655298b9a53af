package dev.pipemark.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tables that are drawn from measured forks. Each table takes some of the sittings, none of them twice. In each sitting
 * it exchanges the names of the equal codecs at random. Their forks differ only by chance, so every such table could
 * have been measured.
 */
final class Draws {
    private final KnownCosts costs;
    private final Random random;

    /**
     * Draws from some costs.
     *
     * @param seed equal seeds draw equal tables
     */
    Draws(KnownCosts costs, long seed) {
        this.costs = costs;
        this.random = new Random(seed);
    }

    /**
     * A drawn table.
     *
     * @param equal the costs of each equal codec, by sitting
     * @param slowed the costs of one slower codec of each slowness, by per cent and by sitting
     */
    record Draw(List<Map<Integer, Double>> equal, SortedMap<Integer, Map<Integer, Double>> slowed) {
        /** Returns the equal codecs, the first of them with other costs. */
        List<Map<Integer, Double>> with(Map<Integer, Double> first) {
            List<Map<Integer, Double>> table = new ArrayList<>(equal);
            table.set(0, first);
            return table;
        }

        /** Returns the costs of the first equal codec, raised by this percentage. */
        Map<Integer, Double> shifted(int percent) {
            Map<Integer, Double> shifted = new TreeMap<>(equal.get(0));
            shifted.replaceAll((sitting, cost) -> cost * (1 + percent / 100.0));
            return shifted;
        }
    }

    /**
     * Draws a table.
     *
     * @param sittings the number of sittings, at most as many as were measured
     */
    Draw next(int sittings) {
        List<Integer> drawn = new ArrayList<>(costs.sittings());
        Collections.shuffle(drawn, random);
        List<Map<Integer, Double>> equal = new ArrayList<>();
        costs.equal().forEach(codec -> equal.add(new TreeMap<>()));
        SortedMap<Integer, Map<Integer, Double>> slowed = new TreeMap<>();
        for (int sitting : drawn.subList(0, sittings)) {
            List<SortedMap<Integer, Double>> order = new ArrayList<>(costs.equal());
            Collections.shuffle(order, random);
            for (int codec = 0; codec < order.size(); codec++) {
                equal.get(codec).put(sitting, cost(order.get(codec), sitting));
            }
            costs.slowed()
                    .forEach((percent, codecs) -> slowed.computeIfAbsent(percent, any -> new TreeMap<>())
                            .put(sitting, cost(codecs.get(random.nextInt(codecs.size())), sitting)));
        }
        return new Draw(equal, slowed);
    }

    private static double cost(SortedMap<Integer, Double> codec, int sitting) {
        return codec.getOrDefault(sitting, Double.NaN);
    }
}
