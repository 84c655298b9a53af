package dev.pipemark.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comparisons of all pairs of one table.
 *
 * <p>The model is that of {@link AdditiveFit}. {@link Pooling} says which cells share one residual variance. A pair with
 * another cell is judged by its own differences, round by round, with their own variance. If the two were in different
 * groups of a divided table, {@link OwnScatter} compares them through the other cells.
 *
 * <p>The intervals are simultaneous by Bonferroni's inequality: each of m pairs has an interval of {@code 1 - 0.05/m} from
 * Student's t (O. J. Dunn, "Multiple Comparisons among Means", Journal of the American Statistical Association 56, 1961).
 * All of them hold with a probability of 95 %. One interval serves for three purposes: the printed numbers, "different" and
 * "tied". Other methods do not fit:
 *
 * <ul>
 *   <li>Holm's step-down procedure (S. Holm, Scandinavian Journal of Statistics 6, 1979) rejects more, but has no intervals
 *       for ties.
 *   <li>Tukey's intervals are some 5 % narrower, but only if no fork is missing and all cells share one variance.
 *   <li>Dunnett's (C. W. Dunnett, Journal of the American Statistical Association 50, 1955) are narrower, but need a cell that
 *       is chosen before the run. The best of a table is chosen by the same forks. If all cells are equal, the slowest is
 *       called slower than it as often as the range of the table exceeds the limit, which is Tukey's case.
 *   <li>Hsu's (J. C. Hsu, "Multiple Comparisons", 1996) allow for this choice. They say that a cell is not the best, but their
 *       lower end is then a factor of 1. Reports must say how much slower a cell is at least.
 * </ul>
 */
public final class Judgements<K> {
    private final List<K> judged;
    private final List<Integer> rounds;
    private final RoundTable<K> table;
    private final double[][] logs;
    private final Pooling pooling;
    private final AdditiveFit whole;
    private final double tail;
    private final double delta;
    private final Map<K, Integer> places = new HashMap<>();
    private final Judgement[][] pairs;

    /** The quantiles of Student's t, by degrees of freedom. Most pairs of a table have the same. */
    private final Map<Double, Double> quantiles = new HashMap<>();

    private Judgements(RoundTable<K> table, long comparisons, double delta) {
        this.table = table;
        this.judged = table.columns();
        this.logs = table.logs();
        this.pooling = Pooling.of(logs);
        this.whole = AdditiveFit.of(logs);
        this.tail = (1 - Stats.CONFIDENCE) / 2 / Math.max(1, comparisons);
        this.delta = delta;
        List<Integer> counts = new ArrayList<>();
        for (int column = 0; column < judged.size(); column++) {
            places.put(judged.get(column), column);
            counts.add(table.rounds(logs[column]));
        }
        this.rounds = List.copyOf(counts);
        this.pairs = new Judgement[judged.size()][judged.size()];
        for (int a = 0; a < pairs.length; a++) {
            for (int b = a + 1; b < pairs.length; b++) {
                pairs[a][b] = judgePair(a, b);
                pairs[b][a] = pairs[a][b].turned();
            }
        }
    }

    /**
     * Judges all pairs of some cells.
     *
     * @param table all cells of a table, with the copies: they contribute to its scatter
     * @param compared the cells that are compared with each other
     * @param delta the margin of a tie, as a fraction
     */
    public static <K> Judgements<K> of(RoundTable<K> table, Collection<K> compared, double delta) {
        RoundTable<K> enough = table.withRounds(Stats.FORKS_FOR_INTERVAL);
        long cells = compared.stream().filter(enough.columns()::contains).count();
        return of(table, cells * (cells - 1) / 2, delta);
    }

    /**
     * Judges pairs that belong to a larger family of comparisons, which may include other tables.
     *
     * @param comparisons the number of pairs that are judged together, over all tables
     */
    public static <K> Judgements<K> of(RoundTable<K> table, long comparisons, double delta) {
        return new Judgements<>(table.withRounds(Stats.FORKS_FOR_INTERVAL), comparisons, delta);
    }

    /** Returns whether the cell has enough rounds to be judged. */
    public boolean judges(K cell) {
        return places.containsKey(cell);
    }

    /**
     * Returns the cheapest of the judged cells, by the same fits as the verdicts. Among the cells that share the variance,
     * this is the one with the smallest effect in the common model. A noisy cell is chosen instead if its own differences
     * show that it costs less, and if no cell is faster than it.
     */
    public Optional<K> cheapest(Collection<K> cells) {
        Optional<K> sharing = cells.stream()
                .filter(cell -> shares(cell))
                .min(Comparator.comparingDouble(cell -> pooling.fit().effect(pooling.place(place(cell)))));
        K best = sharing.orElse(null);
        for (K cell : cells) {
            if (judges(cell)
                    && !shares(cell)
                    && (best == null || judge(cell, best).ratio().value() < 1)
                    && cells.stream().noneMatch(other -> judge(other, cell).verdict() == Verdict.FASTER)) {
                best = cell;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean shares(K cell) {
        return judges(cell) && pooling.place(place(cell)) >= 0;
    }

    private int place(K cell) {
        return places.getOrDefault(cell, -1);
    }

    /** Judges the cost of one cell divided by that of the other. */
    public Judgement judge(K one, K other) {
        Integer a = places.get(one);
        Integer b = places.get(other);
        if (a == null || b == null || a.equals(b)) {
            return Judgement.NONE;
        }
        return pairs[a][b];
    }

    /** Returns the judgements of all pairs of these cells that have a verdict. */
    public List<Judgement> pairs(Collection<K> cells) {
        List<K> order = List.copyOf(cells);
        List<Judgement> verdicts = new ArrayList<>();
        for (int one = 0; one < order.size(); one++) {
            for (int other = one + 1; other < order.size(); other++) {
                Judgement judgement = judge(order.get(one), order.get(other));
                if (judgement.verdict() != null) {
                    verdicts.add(judgement);
                }
            }
        }
        return verdicts;
    }

    /** Returns the cells whose variance stands out. Their pairs are judged by themselves. */
    public List<K> noisy() {
        return judged.stream()
                .filter(cell -> pooling.place(judged.indexOf(cell)) < 0)
                .toList();
    }

    /** Returns the residual sum of squares of the model of the whole table, and its degrees of freedom. */
    public Scatter scatter() {
        return new Scatter(whole.squares(), whole.freedom());
    }

    private Judgement judgePair(int a, int b) {
        int fewest = Math.min(rounds.get(a), rounds.get(b));
        int one = pooling.place(a);
        int other = pooling.place(b);
        AdditiveFit fit = pooling.fit();
        if (one >= 0 && other >= 0) {
            if (!fit.joined(one, other) || fit.freedom() < Stats.FORKS_FOR_INTERVAL - 1) {
                return Judgement.NONE;
            }
            double error = Math.sqrt(pooling.variance() * fit.factor(one, other));
            return judged(fit.difference(one, other), standing(error, fit.freedom(), fewest, true), fewest);
        }
        double[] differences = Gaps.differences(logs[a], logs[b]);
        int together = Gaps.present(differences);
        if (table.divided() && together < Math.min(Gaps.present(logs[a]), Gaps.present(logs[b]))) {
            return new OwnScatter(logs, pooling)
                    .of(a, b)
                    .map(apart ->
                            judged(apart.value(), standing(apart.error(), apart.freedom(), fewest, false), fewest))
                    .orElse(Judgement.NONE);
        }
        int common = table.rounds(differences);
        if (common < Stats.FORKS_FOR_INTERVAL) {
            return Judgement.NONE;
        }
        double error = Math.sqrt(Gaps.squares(differences) / (together - 1) / together);
        return judged(Gaps.mean(differences), standing(error, together - 1, common, false), common);
    }

    private Judgement judged(double difference, Judgement.Standing standing, int forks) {
        double quantile = quantiles.computeIfAbsent(standing.freedom(), freedom -> standing.critical());
        return Judgement.of(difference, standing, quantile * standing.error(), forks);
    }

    private Judgement.Standing standing(double error, double freedom, int count, boolean pooled) {
        return new Judgement.Standing(error, freedom, tail, count, delta, pooled);
    }
}
