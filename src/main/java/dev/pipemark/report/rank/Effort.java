package dev.pipemark.report.rank;

import dev.pipemark.record.Kind;
import dev.pipemark.record.RunPlan;
import dev.pipemark.report.doc.Names;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Sensitivity;
import dev.pipemark.stats.Verdict;
import java.util.Collection;
import java.util.List;

/**
 * The further rounds that would find more than a run has found, if differences and scatter stay as they are.
 *
 * @param tables the number of tables that need more rounds and for which the maximum number of rounds is enough
 * @param rounds the largest number of further rounds that one of these tables needs
 * @param seconds the time of all these rounds together, from the times of the run's forks
 * @param hopeless the number of tables for which the maximum number of rounds is not enough
 */
public record Effort(int tables, int rounds, double seconds, int hopeless) {
    private static final Effort NONE = new Effort(0, 0, 0, 0);

    /**
     * Returns the rounds until each cell is either distinguished from the best of its table or known to be tied with it. A
     * table has a thousand rounds at most.
     */
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

    /**
     * Returns the rounds until half of the comparisons of each headline table find a difference of this size. A table has
     * {@value RunPlan#MOST_ROUNDS} rounds at most, as with {@code --until}.
     *
     * @param goal as a fraction
     */
    public static Effort toResolve(double goal, Findings findings) {
        Sensitivity sensitivity = new Sensitivity();
        Effort effort = NONE;
        for (Ranking ranking : findings.rankings()) {
            Collection<Judgement> pairs = ranking.pairs();
            if (headline(ranking) && !pairs.isEmpty()) {
                int had = pairs.stream()
                        .mapToInt(pair -> pair.standing().rounds())
                        .min()
                        .orElse(0);
                int needed = sensitivity.roundsTo(goal, pairs).orElse(Integer.MAX_VALUE);
                boolean beyond = needed > Math.max(had, RunPlan.MOST_ROUNDS);
                effort = effort.plus(ranking, beyond ? 0 : needed - had, beyond);
            }
        }
        return effort;
    }

    private static boolean headline(Ranking ranking) {
        return ranking.measured().stream().anyMatch(score -> Kind.HEADLINE.contains(Kind.of(score.cell())));
    }

    private Effort plus(Ranking ranking, int more, boolean beyond) {
        return new Effort(
                tables + (more > 0 ? 1 : 0),
                Math.max(rounds, more),
                seconds + Math.max(0, more) * ranking.roundSeconds(),
                hopeless + (beyond ? 1 : 0));
    }

    /**
     * Returns {@code up to 6 more rounds of 2 tables, about 12 min in all}. Returns an empty text if more rounds are not needed
     * or do not help.
     */
    public String words() {
        return tables == 0
                ? ""
                : (tables == 1 ? "" : "up to ") + Names.count(rounds, "more round") + " of "
                        + Names.count(tables, "table") + ", about " + Names.duration(seconds) + " in all";
    }
}
