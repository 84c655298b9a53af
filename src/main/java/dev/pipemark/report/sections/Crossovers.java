package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.SweepRow;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where two codecs' lines cross as payloads grow, as far as verdicts at both ends say that they do. */
final class Crossovers {
    private static final int SHOWN = 6;

    /**
     * One crossing of two codecs.
     *
     * @param small the faster of the two at {@code from}, by verdict
     * @param large the faster at {@code to}, by verdict
     * @param at where their lines meet, straight on logarithmic axes; between the two
     */
    record Crossing(SweepRow small, SweepRow large, long from, long to, double at) {}

    private Crossovers() {}

    /** Every crossing of every pair that verdicts support, the most certain brackets first: those nearest together. */
    static List<Crossing> of(Findings findings, List<SweepRow> rows) {
        List<Crossing> crossings = new ArrayList<>();
        for (int one = 0; one < rows.size(); one++) {
            for (int other = one + 1; other < rows.size(); other++) {
                pair(findings, rows.get(one), rows.get(other), crossings);
            }
        }
        crossings.sort(Comparator.comparingDouble(crossing -> (double) crossing.to / crossing.from));
        return crossings;
    }

    /** The first few, or that there is none. */
    static List<Claim> claims(Findings findings, String name, String table, List<SweepRow> rows) {
        if (!findings.ordered()) {
            return List.of();
        }
        List<Crossing> crossings = of(findings, rows);
        if (crossings.isEmpty()) {
            return List.of(new Claim(
                    name + ": no crossover that the intervals support",
                    rows.isEmpty() ? List.of() : List.of(new Link("table", table))));
        }
        List<Claim> claims = new ArrayList<>();
        for (Crossing crossing : crossings.subList(0, Math.min(SHOWN, crossings.size()))) {
            claims.add(new Claim(
                    name + ": " + crossing.small.contender().codec() + " is faster at "
                            + count(crossing.from) + ", "
                            + crossing.large.contender().codec() + " at "
                            + count(crossing.to) + "; the lines cross near "
                            + Scale.significant(crossing.at, 2),
                    List.of(
                            new Link(crossing.small.contender().codec(), crossing.small.id(table)),
                            new Link(crossing.large.contender().codec(), crossing.large.id(table)))));
        }
        return claims;
    }

    /** All of them, where there are more than claims say. */
    static List<Block> table(Findings findings, String name, List<SweepRow> rows) {
        List<Crossing> crossings = of(findings, rows);
        if (crossings.size() <= SHOWN) {
            return List.of();
        }
        return List.of(new Grid<>(crossings)
                .text(
                        "faster when small",
                        crossing -> crossing.small.contender().codec())
                .text(
                        "faster when large",
                        crossing -> crossing.large.contender().codec())
                .number("faster at", crossing -> Page.Value.number(count(crossing.from), crossing.from))
                .number("other faster at", crossing -> Page.Value.number(count(crossing.to), crossing.to))
                .number(
                        "lines cross near",
                        crossing -> Page.Value.number(Scale.significant(crossing.at, 2), crossing.at))
                .table(
                        "crossovers-" + Page.slug(name),
                        "Where codecs cross as " + name + " grows",
                        List.of("Only where one is faster by verdict at a smaller size, and the other at a larger.")));
    }

    private static void pair(Findings findings, SweepRow one, SweepRow other, List<Crossing> crossings) {
        long decided = 0;
        Verdict before = null;
        for (long point : one.points().keySet()) {
            Verdict verdict = verdict(findings, one.at(point), other.at(point));
            if (verdict != Verdict.FASTER && verdict != Verdict.SLOWER) {
                continue;
            }
            if (before != null && before != verdict && decided > 0) {
                boolean first = before == Verdict.FASTER;
                crossings.add(new Crossing(
                        first ? one : other, first ? other : one, decided, point, meet(one, other, decided, point)));
            }
            before = verdict;
            decided = point;
        }
    }

    /** Between the last two measured points of the bracket where the sign of the difference turns. */
    private static double meet(SweepRow one, SweepRow other, long from, long to) {
        long left = from;
        double start = gap(one, other, from);
        for (long point : one.points().subMap(from + 1, to + 1).keySet()) {
            double gap = gap(one, other, point);
            if (Double.isNaN(gap)) {
                continue;
            }
            if (start == 0 || Math.signum(gap) != Math.signum(start)) {
                double part = start == gap ? 0 : start / (start - gap);
                return Math.exp(Math.log(left) + part * (Math.log(point) - Math.log(left)));
            }
            left = point;
            start = gap;
        }
        return Math.sqrt((double) from * to);
    }

    /** The logarithm of how many times the other's cost the one's is; NaN where either is missing. */
    private static double gap(SweepRow one, SweepRow other, long point) {
        return Math.log(Score.costOf(one.at(point)).value()
                / Score.costOf(other.at(point)).value());
    }

    private static @Nullable Verdict verdict(Findings findings, @Nullable Score one, @Nullable Score other) {
        return one == null || other == null
                ? null
                : findings.ranking(one.cell()).judge(one, other).verdict();
    }

    private static String count(long elements) {
        return String.format(Locale.ROOT, "%,d", elements);
    }
}
