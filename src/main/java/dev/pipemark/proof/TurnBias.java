package dev.pipemark.proof;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.RoundTable.Sitting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The effect of the length of a turn on the factor between a codec and the cheapest codec.
 *
 * @param longest the longest turns, in milliseconds; the factors of shorter turns are compared with theirs
 * @param factors the cost of the codec divided by that of the cheapest, by the length of a turn in milliseconds
 * @param changes the factor divided by that in the longest turns, by length, with intervals of 90 %
 */
public record TurnBias(
        String benchmark,
        String codec,
        String cheapest,
        long longest,
        SortedMap<Long, Estimate> factors,
        SortedMap<Long, Estimate> changes) {
    /** A larger change counts, as a fraction. */
    static final double COUNTS = 0.05;

    /** The finding about one change, from its interval. */
    enum Finding {
        /** The interval lies inside ±5 %: the change does not count. */
        WITHIN,
        /** The interval lies outside ±5 %: the length of a turn changes the factor. */
        CHANGED,
        /** The interval has values on both sides of a limit: it is too wide to say. */
        OPEN
    }

    private static final double TAIL = (1 - 0.9) / 2;

    /** The cells of one benchmark in turns of one length, in milliseconds. */
    private record Table(long length, Judgements<String> judgements) {}

    /** Compares runs with turns of different lengths. Returns nothing if all turns have the same length. */
    static List<TurnBias> of(List<Run> runs) {
        List<Run> byLength =
                runs.stream().sorted(Comparator.comparingLong(TurnBias::length)).toList();
        List<TurnBias> biases = new ArrayList<>();
        if (byLength.stream().map(TurnBias::length).distinct().count() > 1) {
            Set<String> benchmarks = new LinkedHashSet<>();
            byLength.forEach(run -> run.info().cells().forEach(cell -> benchmarks.add(cell.benchmark())));
            benchmarks.forEach(benchmark -> biases.addAll(of(benchmark, byLength)));
        }
        return biases;
    }

    private static long length(Run run) {
        return run.info().plan().times().iterationMillis();
    }

    private static List<TurnBias> of(String benchmark, List<Run> byLength) {
        List<Table> tables = byLength.stream()
                .map(run -> new Table(length(run), judge(run, benchmark)))
                .toList();
        Table longest = tables.get(tables.size() - 1);
        List<String> codecs = byLength.get(tables.size() - 1).info().cells().stream()
                .filter(cell -> cell.benchmark().equals(benchmark))
                .map(Cell::codec)
                .distinct()
                .toList();
        String cheapest = longest.judgements().cheapest(codecs).orElse("");
        List<TurnBias> biases = new ArrayList<>();
        for (String codec : codecs) {
            SortedMap<Long, Estimate> factors = new TreeMap<>();
            SortedMap<Long, Estimate> changes = new TreeMap<>();
            Judgement reference = longest.judgements().judge(codec, cheapest);
            for (Table table : tables) {
                Judgement judgement = table.judgements().judge(codec, cheapest);
                if (judgement.verdict() != null && reference.verdict() != null) {
                    factors.put(table.length(), judgement.ratio());
                    if (table.length() != longest.length()) {
                        changes.put(table.length(), change(judgement, reference));
                    }
                }
            }
            if (!changes.isEmpty()) {
                biases.add(new TurnBias(benchmark, codec, cheapest, longest.length(), factors, changes));
            }
        }
        return biases;
    }

    private static Judgements<String> judge(Run run, String benchmark) {
        Map<String, List<Fork>> forks = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.cell().benchmark().equals(benchmark)) {
                forks.computeIfAbsent(fork.cell().codec(), codec -> new ArrayList<>())
                        .add(fork);
            }
        }
        Map<String, SortedMap<Sitting, Double>> costs = new LinkedHashMap<>();
        forks.forEach((codec, own) -> costs.put(codec, Costs.bySitting(own)));
        return Judgements.of(RoundTable.ofSittings(costs), costs.keySet(), Resolution.LEAST);
    }

    /**
     * Returns one ratio divided by another. The two ratios have no fork in common, so their variances add up. The
     * degrees of freedom are B. L. Welch's ("The Generalization of 'Student's' Problem when Several Different Population
     * Variances are Involved", Biometrika 34, 1947).
     */
    static Estimate change(Judgement one, Judgement other) {
        double first = Math.pow(one.standing().error(), 2);
        double second = Math.pow(other.standing().error(), 2);
        double variance = first + second;
        double freedom = variance
                * variance
                / (first * first / one.standing().freedom()
                        + second * second / other.standing().freedom());
        double half =
                variance > 0 ? Math.sqrt(variance) * TDistribution.of(freedom).inverseSurvivalProbability(TAIL) : 0;
        double change = Math.log(one.ratio().value()) - Math.log(other.ratio().value());
        int forks = Math.min(one.ratio().forks(), other.ratio().forks());
        return new Estimate(Math.exp(change), Math.exp(change - half), Math.exp(change + half), forks);
    }

    /** Returns the finding for each length but the longest. */
    SortedMap<Long, Finding> findings() {
        SortedMap<Long, Finding> findings = new TreeMap<>();
        changes.forEach((length, change) -> findings.put(length, finding(change)));
        return findings;
    }

    private static Finding finding(Estimate change) {
        if (change.lower() >= 1 - COUNTS && change.upper() <= 1 + COUNTS) {
            return Finding.WITHIN;
        }
        return change.lower() > 1 + COUNTS || change.upper() < 1 - COUNTS ? Finding.CHANGED : Finding.OPEN;
    }
}
