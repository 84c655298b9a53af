package dev.pipemark.report;

import dev.pipemark.result.Estimate;
import dev.pipemark.result.Stats;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the cells of one table stand to the best of them. */
final class Ranking {
    /**
     * @param timesBest how many times the best one's cost, at least 1; the interval is of this pair alone
     * @param place one more than the number of cells that are faster beyond their pair's interval, so that those which
     *     cannot be told apart share it; 0 where forks are too few to say
     */
    record Rank(Estimate timesBest, int place) {
        static final Rank NONE = new Rank(Estimate.NONE, 0);
    }

    private final Map<Score, Rank> ranks = new HashMap<>();
    private final @Nullable Score best;

    private Ranking(@Nullable Score best) {
        this.best = best;
    }

    /** Ranks those that were measured. */
    static Ranking of(List<Score> scores) {
        List<Score> measured = scores.stream().filter(Score::measured).toList();
        Score best = measured.stream()
                .min(Comparator.comparingDouble(score -> score.cost().value()))
                .orElse(null);
        Ranking ranking = new Ranking(best);
        if (best != null) {
            measured.forEach(score -> ranking.ranks.put(score, rank(score, best, measured)));
        }
        return ranking;
    }

    /** The one with the lowest cost, which need not differ from the next; {@code null} when none was measured. */
    @Nullable
    Score best() {
        return best;
    }

    Rank rank(@Nullable Score score) {
        return score == null ? Rank.NONE : ranks.getOrDefault(score, Rank.NONE);
    }

    /** Those in first place; empty where forks are too few to say. */
    List<Score> first(List<Score> scores) {
        return scores.stream().filter(score -> rank(score).place() == 1).toList();
    }

    private static Rank rank(Score score, Score best, List<Score> measured) {
        Estimate timesBest = score.equals(best)
                ? new Estimate(1, Double.NaN, Double.NaN, score.means().size())
                : Stats.ratio(score.costs(), best.costs());
        boolean enough = measured.stream().allMatch(each -> each.means().size() >= Stats.FORKS_FOR_INTERVAL);
        int faster = (int) measured.stream()
                .filter(other -> Stats.ratio(score.costs(), other.costs()).lower() > 1)
                .count();
        return new Rank(timesBest, enough ? faster + 1 : 0);
    }
}
