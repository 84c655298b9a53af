package dev.pipemark.report.rank;

import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A race among the codecs that a reader's needs let in, held against the race of all. */
public final class Contest {
    private final Findings findings;
    private final Race race;
    private final Ranking all;
    private final Ranking admitted;
    private final List<Score> dropped;

    /**
     * @param codecs that are let in
     */
    Contest(Findings findings, Race race, Set<String> codecs) {
        this.findings = findings;
        this.race = race;
        this.all = race.scores().isEmpty()
                ? Ranking.NONE
                : findings.ranking(race.scores().get(0).cell()).among(race.scores());
        this.admitted = all.among(race.scores().stream()
                .filter(score -> codecs.contains(score.cell().codec()))
                .toList());
        this.dropped = admitted.measured().stream()
                .filter(score -> admitted.measured().stream().anyMatch(other -> dominates(other, score)))
                .toList();
    }

    public Race race() {
        return race;
    }

    /** Whether any that is let in was measured. */
    boolean run() {
        return !admitted.measured().isEmpty();
    }

    /** Whether only one that is let in was measured: there is nothing to choose. */
    public boolean single() {
        return admitted.measured().size() == 1;
    }

    /** Whether there are forks enough to say who is in front. */
    public boolean ordered() {
        return single() || admitted.placed() > 1;
    }

    /** Whether an order among several was established. */
    public boolean settled() {
        return ordered() && !single();
    }

    /** The leader and those that cannot be told apart from it, fastest first; empty where the order is not established. */
    public List<String> first() {
        return codecs(single() ? admitted.measured() : admitted.first());
    }

    /** Whether those in front are tied, each with every other. */
    public boolean tied() {
        return admitted.tied(admitted.first());
    }

    /** Slower, by verdict, and larger than another that is let in. */
    public List<String> dropped() {
        return codecs(dropped);
    }

    /** Those with too few forks to have a place. */
    public List<String> unplaced() {
        return single() ? List.of() : codecs(admitted.unjudged());
    }

    /** Those whose forks scatter too much to say whether they are in front. */
    public List<String> undecided() {
        return single() ? List.of() : codecs(admitted.undecided());
    }

    /** The fastest behind those in front, of what was not dropped; {@code null} where there is none. */
    @Nullable
    public Score runnerUp() {
        if (single() || !ordered()) {
            return null;
        }
        List<Score> first = admitted.first();
        List<Score> unplaced = Stream.concat(admitted.unjudged().stream(), admitted.undecided().stream())
                .toList();
        return admitted.among(admitted.measured().stream()
                        .filter(score ->
                                !first.contains(score) && !dropped.contains(score) && !unplaced.contains(score))
                        .toList())
                .best();
    }

    /** How many times the leader's cost the runner-up's is. */
    public Estimate behind(Score runnerUp) {
        return admitted.rank(runnerUp).timesBest();
    }

    /** How many times smaller than the leader's messages the other's are; NaN where they are not, or not known. */
    public double timesSmaller(Score other) {
        Score best = admitted.best();
        double times = best == null ? Double.NaN : size(best) / size(other);
        return times > 1 ? times : Double.NaN;
    }

    /** How the best of those that are admitted stands to the best of all; nothing where its forks do not say. */
    public Ranking.Rank cost() {
        Score best = admitted.best();
        return best != null && all.undecided().contains(best) ? Ranking.Rank.NONE : all.rank(best);
    }

    /** Whether it is known how they do on this payload: each was measured, or failed, or does not travel. */
    boolean knows(Collection<String> codecs) {
        return codecs.stream().allMatch(this::knows);
    }

    private boolean knows(String codec) {
        PairCheck check = findings.check(codec, race.payload());
        return race.scores().stream().anyMatch(score -> score.cell().codec().equals(codec))
                || check != null && !check.exact()
                || race.measure().failed(findings, codec, race.payload());
    }

    private boolean dominates(Score one, Score other) {
        return size(one) < size(other) && slower(other, one);
    }

    private boolean slower(Score one, Score other) {
        Judgement against = admitted.among(List.of(one, other)).rank(one).againstBest();
        return against != null && against.verdict() == Verdict.SLOWER;
    }

    private double size(Score score) {
        PairSizes sizes = findings.size(score.cell().codec(), race.payload());
        return sizes == null ? Double.NaN : sizes.mean();
    }

    private static List<String> codecs(List<Score> scores) {
        return scores.stream()
                .sorted(Comparator.comparingDouble(score -> score.cost().value()))
                .map(score -> score.cell().codec())
                .toList();
    }
}
