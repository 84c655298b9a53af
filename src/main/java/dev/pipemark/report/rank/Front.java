package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in front on one payload, and by how much.
 *
 * @param first in first place, lowest cost first
 * @param next the lowest cost behind them; {@code null} when there is none
 */
public record Front(
        String payload,
        Ranking ranking,
        List<Score> first,
        @Nullable Score next) {
    public static Front of(String payload, Ranking ranking) {
        List<Score> first = sorted(ranking.first());
        Score next = sorted(ranking.measured()).stream()
                .filter(score -> !first.contains(score))
                .filter(score -> ranking.rank(score).place() > 1)
                .findFirst()
                .orElse(null);
        return new Front(payload, ranking, first, next);
    }

    /** {@code a}, {@code a and b (tied)}, {@code a and b (not told apart)}. */
    public String group() {
        return Names.list(names(first)) + (first.size() == 1 ? "" : " (" + standing() + ")");
    }

    /** How those in first place stand to each other: {@code tied}, {@code not told apart: b × 1.3 [0.9, 1.9]}. */
    String standing() {
        return (ranking.tied(first) ? "tied" : "not told apart") + (second().isEmpty() ? "" : ": " + second());
    }

    /** {@code b × 1.3 [0.9, 1.9]}, the second of those in first place where nobody is behind them; else empty. */
    String second() {
        return next != null || ranking.tied(first)
                ? ""
                : first.stream()
                        .filter(score -> ranking.rank(score).againstBest() != null)
                        .findFirst()
                        .map(this::beside)
                        .orElse("");
    }

    /** {@code , ahead of c × 2.0 [1.8, 2.2]}; empty when nobody is behind. */
    public String ahead() {
        return next == null ? "" : ", ahead of " + nearest();
    }

    /** {@code c × 2.0 [1.8, 2.2]}, the next one; empty when nobody is behind. */
    String nearest() {
        return next == null ? "" : beside(next);
    }

    /** How far behind the next one is; NaN when nobody is. */
    double margin() {
        return next == null ? Double.NaN : ranking.rank(next).timesBest().value();
    }

    /** {@code c × 2.0 [1.8, 2.2]}. */
    private String beside(Score score) {
        return score.cell().codec() + " " + Names.times(ranking.rank(score).timesBest());
    }

    /** The rows that this rests on: of who is in front, and of the next one. */
    List<Page.Link> rests(Measure measure) {
        List<Page.Link> rests = new ArrayList<>();
        if (!first.isEmpty()) {
            rests.add(link(measure, first.get(0)));
        }
        Score second = next != null ? next : first.size() > 1 ? first.get(1) : null;
        if (second != null) {
            rests.add(link(measure, second));
        }
        return rests;
    }

    /** Each says where it leads, for those who hear links by themselves. */
    private Page.Link link(Measure measure, Score score) {
        return new Page.Link(
                score.cell().codec() + " on " + payload,
                measure.row(payload, score.cell().codec()));
    }

    static List<String> names(List<Score> scores) {
        return sorted(scores).stream().map(score -> score.cell().codec()).toList();
    }

    private static List<Score> sorted(List<Score> scores) {
        return scores.stream()
                .sorted(Comparator.comparingDouble(score -> score.cost().value()))
                .toList();
    }
}
