package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Speed against size, for one payload of each family: the payload that most codecs stream. */
final class TradeOffSection {
    /** A codec that was both streamed and sized. */
    private record Point(PairRow row, Estimate rate, double bytes) {
        /** Returns whether this codec is at least as fast and as small as the other, and better in one of them. */
        boolean beats(Point other) {
            return rate.value() >= other.rate.value()
                    && bytes <= other.bytes
                    && (rate.value() > other.rate.value() || bytes < other.bytes);
        }
    }

    private TradeOffSection() {}

    static List<Block> blocks(Findings findings) {
        Charts charts = new Charts();
        for (String family : findings.families()) {
            findings.payloads().stream()
                    .filter(payload -> findings.family(payload).equals(family))
                    .min(Comparator.comparingLong(payload -> -streamed(findings, payload)))
                    .ifPresent(payload -> add(findings, payload, charts));
        }
        return charts.blocks();
    }

    private static long streamed(Findings findings, String payload) {
        return findings.scores(payload, Kind::leadStream).stream()
                .filter(score -> score.measured()
                        && !findings.codec(score.cell().codec()).control())
                .count();
    }

    private static void add(Findings findings, String payload, Charts charts) {
        List<Point> points = new ArrayList<>();
        for (PairRow row : PairRow.of(findings, payload)) {
            Estimate rate = Score.rateOf(row.stream());
            PairSizes size = row.size();
            // Sizes have no other parameters.
            if (size != null && row.extras().isEmpty() && rate.known()) {
                points.add(new Point(row, rate, size.mean()));
            }
        }
        if (points.size() < 2) {
            return;
        }
        Page.Table table = new Grid<>(points)
                .text("codec", point -> Names.codec(point.row().codec(), ""))
                .rate("streamed", Point::rate)
                .number("bytes", point -> Scale.exact(point.bytes()))
                .text("front", point -> points.stream().noneMatch(other -> other.beats(point)) ? "on the front" : "")
                .table(
                        "size-rate-" + Page.slug(payload),
                        "Size against streamed rate of " + payload,
                        List.of("A codec is on the front if no other codec is at least as fast and as small, and better"
                                + " in one of the two. The measured values decide, without their intervals."));
        charts.add(table, "tradeOff", 2, "Better is up and to the left. Both axes are logarithmic.");
    }
}
