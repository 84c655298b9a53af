package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.Scatter;
import dev.pipemark.stats.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the cells of one table stand to each other. */
public final class Ranking {
    /** Nothing to rank. */
    public static final Ranking NONE = of(List.of(), List.of(), 0);

    /**
     * @param timesBest how many times the best one's cost, with the interval its verdict was read off; 1 without one for
     *     the best itself. Never below 1: unknown where a cell came out below the best and finished too few forks to be it
     * @param place one more than the number of cells that are faster; 0 where forks are too few to say, or there is nothing
     *     to compare with
     * @param alone whether it is in first place, and nothing else is or might be
     * @param againstBest how it was judged against the best; {@code null} for the best itself, and without a verdict where
     *     forks are too few
     * @param roundSeconds that a round of the table takes
     */
    public record Rank(
            Estimate timesBest,
            int place,
            boolean alone,
            @Nullable Judgement againstBest,
            double roundSeconds) {
        public static final Rank NONE = new Rank(Estimate.NONE, 0, false, Judgement.NONE, Double.NaN);

        /** The verdict against the best, {@code best} for the best itself, nothing where forks are too few. */
        public String word() {
            if (againstBest == null) {
                return place == 0 ? "" : "best";
            }
            return againstBest.verdict() == null ? "" : againstBest.verdict().word();
        }

        /** The glyph of the verdict; empty where there is none. */
        public String glyph() {
            if (againstBest == null) {
                return place == 0 ? "" : Marks.first(alone);
            }
            return againstBest.verdict() == null ? "" : Marks.glyph(againstBest.verdict());
        }

        /**
         * How many times the best, with its interval and the glyph of the verdict: {@code 2.2 [1.4, 3.5] ▼}. An inconclusive
         * verdict says what would settle it.
         */
        public Page.Value value() {
            Page.Value times = Scale.ratio(timesBest);
            return new Page.Value(times.text(), (times.detail() + " " + glyph() + effort()).strip());
        }

        private String effort() {
            if (againstBest == null || againstBest.verdict() != Verdict.INCONCLUSIVE) {
                return "";
            }
            int more = moreRounds();
            return " ("
                    + (more < 0
                            ? "more than 1,000 rounds"
                            : Names.count(more, "more round") + ", about " + Names.duration(more * roundSeconds))
                    + ")";
        }

        /** How many rounds more than there are would settle what is inconclusive; -1 where nothing is, or a thousand would not do. */
        int moreRounds() {
            OptionalInt rounds = againstBest == null ? OptionalInt.empty() : againstBest.roundsNeeded();
            return againstBest == null || rounds.isEmpty()
                    ? -1
                    : rounds.getAsInt() - againstBest.standing().rounds();
        }

        /** How many rounds would settle what is inconclusive; NaN where nothing is, or a thousand would not do. */
        public double roundsNeeded() {
            OptionalInt rounds = againstBest == null ? OptionalInt.empty() : againstBest.roundsNeeded();
            return rounds.isPresent() ? rounds.getAsInt() : Double.NaN;
        }
    }

    /** An interval that reaches over more than this, as a factor, says nothing of where its cell stands. */
    private static final double VAGUE = 10;
    /** So many times the best seen, a cell judged by itself is in no tie with it, though nothing is decided. */
    private static final double FAR = 2;

    private final List<Score> measured;
    private final Judgements<Cell> judgements;
    private final double roundSeconds;
    private final @Nullable Score best;
    private final Map<Cell, Integer> places = new HashMap<>();

    private Ranking(List<Score> measured, Judgements<Cell> judgements, double roundSeconds) {
        this.measured = measured;
        this.judgements = judgements;
        this.roundSeconds = roundSeconds;
        this.best = judgements
                .cheapest(measured.stream().map(Score::cell).toList())
                .flatMap(cell -> measured.stream()
                        .filter(score -> score.cell().equals(cell))
                        .findFirst())
                .or(() -> measured.stream()
                        .min(Comparator.comparingDouble(score -> score.cost().value())))
                .orElse(null);
        for (Score score : measured) {
            if (judgements.judges(score.cell())) {
                long faster = measured.stream()
                        .filter(other -> judge(other, score).verdict() == Verdict.FASTER)
                        .count();
                places.put(score.cell(), 1 + Math.toIntExact(faster));
            }
        }
    }

    /**
     * Ranks those that were measured.
     *
     * @param again the same cells once more: they are not ranked, but tell of the scatter
     * @param delta the margin of a tie, as a fraction
     */
    public static Ranking of(List<Score> scores, List<Score> again, double delta) {
        List<Score> measured = scores.stream().filter(Score::measured).toList();
        Map<Cell, SortedMap<Integer, Double>> costs = new LinkedHashMap<>();
        measured.forEach(score -> costs.put(score.cell(), score.costs()));
        List<Cell> ranked = List.copyOf(costs.keySet());
        again.stream().filter(Score::measured).forEach(score -> costs.put(score.cell(), score.costs()));
        double seconds = Stream.concat(scores.stream(), again.stream())
                .mapToDouble(Score::seconds)
                .sum();
        return new Ranking(measured, Judgements.of(RoundTable.of(costs), ranked, delta), seconds);
    }

    /** The same judgements among fewer of its cells. */
    Ranking among(List<Score> scores) {
        return new Ranking(scores.stream().filter(Score::measured).toList(), judgements, roundSeconds);
    }

    public Rank rank(@Nullable Score score) {
        boolean within =
                score != null && measured.stream().anyMatch(each -> each.cell().equals(score.cell()));
        if (score == null || best == null || !within) {
            return Rank.NONE;
        }
        int place = place(score);
        boolean alone = places.size() == measured.size()
                && places.values().stream().filter(each -> each == 1).count() == 1;
        if (score.cell().equals(best.cell())) {
            return new Rank(
                    new Estimate(1, Double.NaN, Double.NaN, score.means().size()), place, alone, null, roundSeconds);
        }
        Judgement judgement = judge(score, best);
        Estimate times = judgement.ratio();
        if (!times.known() && score.cost().value() >= best.cost().value()) {
            int forks = Math.min(score.means().size(), best.means().size());
            times = new Estimate(score.cost().value() / best.cost().value(), Double.NaN, Double.NaN, forks);
        }
        return new Rank(times, place, alone, judgement, roundSeconds);
    }

    /** Noise is no merit: what it leaves open this far is neither in front nor behind. */
    private boolean vague(Score score) {
        if (best == null || score.cell().equals(best.cell())) {
            return false;
        }
        Judgement against = judge(score, best);
        return against.verdict() == Verdict.INCONCLUSIVE
                && (against.ratio().upper() / against.ratio().lower() > VAGUE
                        || !against.standing().pooled() && against.ratio().value() > FAR);
    }

    /** How it stands to the best, in one word. */
    Standing.Place placeOf(Score score) {
        Rank rank = rank(score);
        if (rank.againstBest() == null) {
            return Standing.Place.BEST;
        }
        Verdict verdict = rank.againstBest().verdict();
        if (verdict == null) {
            return Standing.Place.UNJUDGED;
        }
        return switch (verdict) {
            case SLOWER -> Standing.Place.SLOWER;
            case TIED -> Standing.Place.TIED;
            default -> vague(score) ? Standing.Place.VAGUE : Standing.Place.OPEN;
        };
    }

    /** How many have a place. */
    public int placed() {
        return places.size();
    }

    /** Every pair of cells in it, judged; without those that have too few forks. */
    List<Judgement> pairs() {
        return judgements.pairs(measured.stream().map(Score::cell).toList());
    }

    /** Seconds that a round of the table takes: the forks of all its cells, those that repeat one included. */
    double roundSeconds() {
        return roundSeconds;
    }

    /** Those that scatter so much more than the others that their pairs are judged by themselves. */
    List<Cell> noisy() {
        return judgements.noisy();
    }

    Scatter scatter() {
        return judgements.scatter();
    }

    public List<Score> measured() {
        return measured;
    }

    private int place(Score score) {
        return places.size() < 2 ? 0 : places.getOrDefault(score.cell(), 0);
    }

    /** How many times the cost of the other the one's is. */
    public Judgement judge(Score one, Score other) {
        return judgements.judge(one.cell(), other.cell());
    }
}
