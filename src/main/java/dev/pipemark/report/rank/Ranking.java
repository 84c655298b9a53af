package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.RoundTable.Sitting;
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

/** The order of the cells of one table. */
public final class Ranking {
    /** A table without cells. */
    public static final Ranking NONE = of(List.of(), List.of(), 0);

    /**
     * @param timesBest the cost over that of the best, with the interval that decides the verdict; 1 without interval for
     *     the best itself. Unknown if the cell cost less than the best but has too few forks to be the best
     * @param place one more than the number of faster cells; 0 if there are too few forks, or no other cell
     * @param alone whether only one cell can be in first place
     * @param againstBest the judgement against the best; {@code null} for the best itself, without a verdict if there are
     *     too few forks
     * @param roundSeconds the duration of a round of the table
     */
    public record Rank(
            Estimate timesBest,
            int place,
            boolean alone,
            @Nullable Judgement againstBest,
            double roundSeconds) {
        public static final Rank NONE = new Rank(Estimate.NONE, 0, false, Judgement.NONE, Double.NaN);

        /** Returns the verdict against the best, or {@code best}. Empty if there are too few forks. */
        public String word() {
            if (againstBest == null) {
                return place == 0 ? "" : "best";
            }
            return againstBest.verdict() == null ? "" : againstBest.verdict().word();
        }

        /** Returns the glyph of the verdict. Empty if there are too few forks. */
        public String glyph() {
            if (againstBest == null) {
                return place == 0 ? "" : alone ? "▲" : "△";
            }
            return againstBest.verdict() == null ? "" : Apart.glyph(againstBest.verdict());
        }

        /**
         * Returns the factor to the best with its interval and the glyph of the verdict: {@code 2.2 [1.4, 3.5] ▼}. An
         * inconclusive verdict is followed by the effort that would decide it.
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

        /** Returns the further rounds that would decide an inconclusive verdict; -1 if there is none, or 1,000 are too few. */
        int moreRounds() {
            OptionalInt rounds = againstBest == null ? OptionalInt.empty() : againstBest.roundsNeeded();
            return againstBest == null || rounds.isEmpty()
                    ? -1
                    : rounds.getAsInt() - againstBest.standing().rounds();
        }

        /** Returns all rounds that would decide an inconclusive verdict; NaN if there is none, or 1,000 are too few. */
        public double roundsNeeded() {
            OptionalInt rounds = againstBest == null ? OptionalInt.empty() : againstBest.roundsNeeded();
            return rounds.isPresent() ? rounds.getAsInt() : Double.NaN;
        }
    }

    /** An interval that spans more than this factor says nothing about the order. */
    private static final double VAGUE = 10;
    /** A cell that is judged by itself and has more than this factor to the best is not in front, even if undecided. */
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
     * Ranks the measured cells.
     *
     * @param again copies of the cells, which are not ranked but count for the scatter
     * @param delta the margin of a tie, as a fraction
     */
    public static Ranking of(List<Score> scores, List<Score> again, double delta) {
        List<Score> measured = scores.stream().filter(Score::measured).toList();
        Map<Cell, SortedMap<Sitting, Double>> costs = new LinkedHashMap<>();
        measured.forEach(score -> costs.put(score.cell(), score.costs()));
        List<Cell> ranked = List.copyOf(costs.keySet());
        again.stream().filter(Score::measured).forEach(score -> costs.put(score.cell(), score.costs()));
        double seconds = Stream.concat(scores.stream(), again.stream())
                .mapToDouble(Score::roundSeconds)
                .sum();
        return new Ranking(measured, Judgements.of(RoundTable.ofSittings(costs), ranked, delta), seconds);
    }

    /** Returns the ranking of some of its cells, with the same judgements. */
    Ranking among(List<Score> scores) {
        return new Ranking(scores.stream().filter(Score::measured).toList(), judgements, roundSeconds);
    }

    public Rank rank(@Nullable Score score) {
        boolean within =
                score != null && measured.stream().anyMatch(each -> each.cell().equals(score.cell()));
        if (score == null || best == null || !within) {
            return Rank.NONE;
        }
        int place = places.size() < 2 ? 0 : places.getOrDefault(score.cell(), 0);
        boolean alone = places.size() == measured.size()
                && places.values().stream().filter(each -> each == 1).count() == 1;
        if (score.cell().equals(best.cell())) {
            return new Rank(
                    new Estimate(1, Double.NaN, Double.NaN, score.means().size()), place, alone, null, roundSeconds);
        }
        Judgement judgement = judge(score, best);
        Estimate times = judgement.ratio();
        if (!times.known() && score.cost().value() >= best.cost().value()) {
            times = score.ratio(best);
        }
        return new Rank(times, place, alone, judgement, roundSeconds);
    }

    /** Returns how a cell compares with the best. */
    Standing.Place placeOf(Score score) {
        Judgement against = rank(score).againstBest();
        if (against == null) {
            return Standing.Place.BEST;
        }
        Verdict verdict = against.verdict();
        if (verdict == null) {
            return Standing.Place.UNJUDGED;
        }
        return switch (verdict) {
            case SLOWER -> Standing.Place.SLOWER;
            case TIED -> Standing.Place.TIED;
            default -> vague(against) ? Standing.Place.VAGUE : Standing.Place.OPEN;
        };
    }

    /** Returns whether a cell is undecided only because its forks scatter so much. Such a cell is not in front. */
    private static boolean vague(Judgement against) {
        return against.verdict() == Verdict.INCONCLUSIVE
                && (against.ratio().upper() / against.ratio().lower() > VAGUE
                        || !against.standing().pooled() && against.ratio().value() > FAR);
    }

    /** Returns the number of cells with a place. */
    public int placed() {
        return places.size();
    }

    /** Returns the judgements of all pairs of its cells that have enough forks. */
    List<Judgement> pairs() {
        return judgements.pairs(measured.stream().map(Score::cell).toList());
    }

    /** Returns the seconds of a round of the table: the forks of all its cells, copies included. */
    double roundSeconds() {
        return roundSeconds;
    }

    /** Returns the cells that scatter much more than the others. Their pairs are judged by themselves. */
    List<Cell> noisy() {
        return judgements.noisy();
    }

    Scatter scatter() {
        return judgements.scatter();
    }

    public List<Score> measured() {
        return measured;
    }

    /** Returns the cost of one cell over that of another. */
    public Judgement judge(Score one, Score other) {
        return judgements.judge(one.cell(), other.cell());
    }
}
