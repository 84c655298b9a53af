package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.SweepRow;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What more of something brings, beside what another codec brings: which is the bigger win. */
final class Gains {
    private Gains() {}

    /**
     * @param point what comes before the number, {@code "window "}
     * @return empty where no codec has both ends
     */
    static Optional<Claim> claim(
            Findings findings, String payload, String table, String point, List<SweepRow> rows, long first, long last) {
        List<SweepRow> ends = rows.stream()
                .filter(row -> row.judge(findings, first, last).ratio().known())
                .sorted(Comparator.comparingDouble(
                        row -> Score.costOf(row.at(last)).value()))
                .toList();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        SweepRow best = ends.get(0);
        SweepRow worst = ends.get(ends.size() - 1);
        Judgement more = best.judge(findings, first, last);
        String text = payload + ", " + point + last + " beside " + first + ": " + said(more, String.valueOf(last))
                + " with " + best.contender().codec();
        Score slow = worst.at(last);
        Score fast = best.at(last);
        if (ends.size() > 1 && slow != null && fast != null) {
            Judgement codecs = findings.ranking(slow.cell()).judge(slow, fast);
            if (codecs.verdict() != null) {
                text += "; at " + last + ", beside " + best.contender().codec() + ": "
                        + said(codecs, worst.contender().codec()) + "; " + bigger(more, codecs, point.strip());
            }
        }
        List<Link> rests =
                ends.size() == 1 ? List.of(link(table, best)) : List.of(link(table, best), link(table, worst));
        return Optional.of(new Claim(text, rests));
    }

    private static Link link(String table, SweepRow row) {
        return new Link(row.contender().codec(), row.id(table));
    }

    private static String said(Judgement judgement, String name) {
        Apart apart = Apart.of(judgement, name);
        return apart.words() + " " + Names.times(apart.times());
    }

    /** Which of two gains is the larger, if their intervals say so. */
    private static String bigger(Judgement more, Judgement codecs, String name) {
        Estimate gain = Apart.of(more, "").times();
        Estimate choice = Apart.of(codecs, "").times();
        if (more.verdict() == Verdict.FASTER && gain.lower() > choice.upper()) {
            return "the " + name + " is the bigger win";
        }
        if (codecs.verdict() == Verdict.SLOWER && choice.lower() > gain.upper()) {
            return "the codec is the bigger win";
        }
        return "which is the bigger win is open";
    }
}
