package dev.pipemark.report.chart;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Kind;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Drift;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Can the run be trusted: every fork beside the mean of its cell, in the order they ran. Of a run of many cells, those
 * that scatter most: more dots would hide each other, and what rounds did to all of them is a line.
 */
final class ForksChart {
    private static final int HEIGHT = 440;

    /** Up to so many cells are all shown. */
    private static final int MANY = 400;

    /** Beyond that, so many are. */
    private static final int WORST = 60;

    private ForksChart() {}

    static List<Figure> of(Findings findings, String table) {
        // A cell of one fork is its own mean.
        List<Score> repeated = findings.scores().stream()
                .filter(score ->
                        score.costs().size() > 1 && Chart.drawable(score.cost().value()))
                .toList();
        Map<Cell, Score> shown = new LinkedHashMap<>();
        worst(repeated).forEach(score -> shown.put(score.cell(), score));
        List<String> benchmarks =
                shown.keySet().stream().map(Cell::benchmark).distinct().toList();
        Map<Cell, Integer> places = new LinkedHashMap<>();
        shown.keySet().forEach(cell -> places.put(cell, places.size()));
        List<List<Object>> forks = new ArrayList<>();
        SortedMap<Integer, int[]> rounds = new TreeMap<>();
        List<Fork> inOrder = findings.run().forks().stream()
                .sorted(Comparator.comparingInt(Fork::position))
                .toList();
        for (Fork fork : inOrder) {
            rounds.merge(fork.round(), new int[] {fork.position(), fork.position()}, (was, now) ->
                    new int[] {Math.min(was[0], now[0]), Math.max(was[1], now[1])});
            Score score = shown.get(fork.cell());
            double cost = fork.cost();
            if (score != null && Chart.drawable(cost)) {
                forks.add(List.of(fork.position(), cost / score.cost().value(), places.getOrDefault(fork.cell(), 0)));
            }
        }
        List<SortedMap<Integer, Double>> costs =
                repeated.stream().map(Score::costs).toList();
        Drift drift = Drift.of(costs);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("benchmarks", benchmarks);
        data.put(
                "cells",
                shown.keySet().stream()
                        .map(cell -> List.of(benchmarks.indexOf(cell.benchmark()), name(cell)))
                        .toList());
        data.put("forks", forks);
        data.put("rounds", bands(rounds, drift));
        data.put("mean", "mean of the round");
        boolean all = shown.size() == repeated.size();
        return Chart.figure(
                "forks",
                "Can I trust it? " + (all ? "Every fork" : "Forks") + " beside the mean of "
                        + (all ? "its cell" : "their cell") + ", in the order they ran",
                finding(drift, costs.size())
                        + (all
                                ? ""
                                : " Shown are the " + Names.count(shown.size(), "cell")
                                        + " whose forks scatter most; the others scatter less.")
                        + " Each dot is one fork: its cost beside the mean of all forks of the same cell, on a"
                        + " logarithmic axis, from the first fork to the last; thick lines are what a round did to all"
                        + " cells alike. A calm machine gives a level, narrow band.",
                "forks",
                Chart.WIDTH,
                HEIGHT,
                data,
                forks.size(),
                table);
    }

    /** All of them, or of many those whose forks scatter most; in plan order. */
    private static List<Score> worst(List<Score> scores) {
        if (scores.size() <= MANY) {
            return scores;
        }
        IdentityHashMap<Score, Double> scatter = new IdentityHashMap<>();
        scores.forEach(score -> scatter.put(score, scatter(score)));
        Set<Score> worst = Collections.newSetFromMap(new IdentityHashMap<>());
        scores.stream()
                .sorted(Comparator.comparingDouble((Score score) -> -scatter.getOrDefault(score, 0.0)))
                .limit(WORST)
                .forEach(worst::add);
        return scores.stream().filter(worst::contains).toList();
    }

    private static double scatter(Score score) {
        double deviation = Drift.of(List.of(score.costs())).within().deviation();
        return Double.isNaN(deviation) ? 0 : deviation;
    }

    /** From where to where each round ran; one that was taken up again ends where the next begins. */
    private static List<Map<String, Object>> bands(SortedMap<Integer, int[]> rounds, Drift drift) {
        List<Map<String, Object>> bands = new ArrayList<>();
        List<Integer> order = List.copyOf(rounds.keySet());
        Collection<int[]> all = rounds.values();
        rounds.forEach((round, ends) -> {
            int next = all.stream()
                    .mapToInt(other -> other[0])
                    .filter(from -> from > ends[0])
                    .min()
                    .orElse(Integer.MAX_VALUE);
            Map<String, Object> band = new LinkedHashMap<>();
            band.put("round", round);
            band.put("from", ends[0]);
            band.put("to", Math.min(ends[1], next - 1));
            Double effect = order.size() < 2 ? null : drift.effects().get(round);
            if (effect != null && Chart.drawable(1 + effect)) {
                band.put("effect", 1 + effect);
            }
            bands.add(band);
        });
        return bands;
    }

    private static String finding(Drift drift, int cells) {
        String scatter = "Forks of one cell scatter by "
                + Names.percent(drift.within().deviation()) + ", over " + cells + " cells.";
        return drift.effects().isEmpty() || Double.isNaN(drift.largest())
                ? scatter
                : scatter + " The farthest round is " + drift.farthest() + ", "
                        + String.format(Locale.ROOT, "%+.1f", 100 * drift.largest())
                                .replace('-', '−')
                        + " % beside the mean round.";
    }

    private static String name(Cell cell) {
        String parameters = Kind.parameters(cell);
        return cell.codec() + " " + cell.payload() + (parameters.isEmpty() ? "" : " " + parameters);
    }
}
