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
 * The rounds that would find more than a run has found, if differences and scatter stayed the same.
 *
 * @param tables the number of tables that need more rounds
 * @param rounds the most rounds that one of them needs
 * @param seconds of all these rounds, at the pace of the run
 * @param hopeless the number of tables for which a thousand rounds are not enough
 */
public record Effort(int tables, int rounds, double seconds, int hopeless) {
    private static final Effort NONE = new Effort(0, 0, 0, 0);

    /** Returns the effort until each cell is slower than the best of its table, or tied with it. */
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

    /** Returns the effort until half of the comparisons of each headline table find a difference of this fraction. */
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

    /** Returns {@code up to 6 more rounds of 2 tables, about 12 min in all}; empty if more rounds are not needed, or do not help. */
    public String words() {
        return tables == 0
                ? ""
                : (tables == 1 ? "" : "up to ") + Names.count(rounds, "more round") + " of "
                        + Names.count(tables, "table") + ", about " + Names.duration(seconds) + " in all";
    }
}
