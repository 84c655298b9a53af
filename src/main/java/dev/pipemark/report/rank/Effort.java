package dev.pipemark.report.rank;

import dev.pipemark.record.Benchmark;
import dev.pipemark.report.doc.Names;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Sensitivity;
import dev.pipemark.stats.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * What it would take to find more than a run has found, if differences and scatter stayed as they are.
 *
 * @param tables how many tables would get more rounds
 * @param rounds how many at most
 * @param seconds that all of these would take, as the forks of the run did
 * @param hopeless how many tables a thousand rounds would not be enough for
 */
public record Effort(int tables, int rounds, double seconds, int hopeless) {
    private static final Effort NONE = new Effort(0, 0, 0, 0);

    /** Until each cell is told from the best of its table, or known to be tied with it. */
    public static Effort toDecide(Findings findings) {
        Effort effort = NONE;
        for (Ranking ranking : findings.rankings()) {
            List<Ranking.Rank> open = ranking.measured().stream()
                    .map(ranking::rank)
                    .filter(rank ->
                            rank.againstBest() != null && rank.againstBest().verdict() == Verdict.INCONCLUSIVE)
                    .toList();
            effort = effort.plus(
                    ranking,
                    open.stream().mapToInt(Ranking.Rank::moreRounds).max().orElse(0),
                    open.stream().anyMatch(rank -> rank.moreRounds() < 0));
        }
        return effort;
    }

    /** Until half of the comparisons of each headline table find a difference of that size, as a fraction. */
    public static Effort toResolve(double goal, Findings findings) {
        Sensitivity sensitivity = new Sensitivity();
        Effort effort = NONE;
        for (Benchmark benchmark : Benchmark.HEADLINE) {
            for (Ranking ranking : findings.rankings(benchmark.id())) {
                Collection<Judgement> pairs = ranking.pairs();
                OptionalInt needed = sensitivity.roundsTo(goal, pairs);
                int had = pairs.stream()
                        .mapToInt(pair -> pair.standing().rounds())
                        .min()
                        .orElse(0);
                effort = effort.plus(ranking, needed.orElse(had) - had, needed.isEmpty() && !pairs.isEmpty());
            }
        }
        return effort;
    }

    private Effort plus(Ranking ranking, int more, boolean beyond) {
        return new Effort(
                tables + (more > 0 ? 1 : 0),
                Math.max(rounds, more),
                seconds + Math.max(0, more) * ranking.roundSeconds(),
                hopeless + (beyond ? 1 : 0));
    }

    /** {@code up to 6 more rounds of 2 tables, about 12 min}; empty where no more rounds are needed, or none would do. */
    public String words() {
        return tables == 0
                ? ""
                : (tables == 1 ? "" : "up to ") + Names.count(rounds, "more round") + " of "
                        + Names.count(tables, "table") + ", about " + Names.duration(seconds) + " in all";
    }
}
