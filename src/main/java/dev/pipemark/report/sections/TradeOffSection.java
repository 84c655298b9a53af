package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Speed against size, for one payload of each family: the payload that most codecs stream. */
final class TradeOffSection {
    private static final int HEIGHT = 380;

    /** A codec that was both streamed and sized. */
    private record Point(String codec, Estimate rate, double bytes) {
        /** Returns whether this codec is at least as fast and as small as the other, and better in one of them. */
        boolean beats(Point other) {
            return rate.value() >= other.rate.value()
                    && bytes <= other.bytes
                    && (rate.value() > other.rate.value() || bytes < other.bytes);
        }
    }

    private TradeOffSection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        List<String> fronts = new ArrayList<>();
        for (String family : findings.families()) {
            findings.payloads().stream()
                    .filter(payload -> findings.family(payload).equals(family))
                    .min(Comparator.comparingLong(payload -> -streamed(findings, payload)))
                    .ifPresent(payload -> blocks.addAll(chart(findings, payload, fronts)));
        }
        if (!blocks.isEmpty()) {
            fronts.add("By the measured values, no codec is both faster and smaller than one on the front.");
            blocks.add(new Lines(fronts, false));
        }
        return blocks;
    }

    private static long streamed(Findings findings, String payload) {
        return findings.scores(payload, Kind::leadStream).stream()
                .filter(score -> score.measured()
                        && !findings.codec(score.cell().codec()).control())
                .count();
    }

    /**
     * Returns bytes of a message against streamed rate, with the front: the codecs that no other codec beats in both.
     *
     * @param fronts gets a sentence that names the front, if there is a chart
     */
    static List<Figure> chart(Findings findings, String payload, List<String> fronts) {
        List<Point> points = new ArrayList<>();
        for (PairRow row : PairRow.of(findings, payload)) {
            Estimate rate = Score.rateOf(row.stream());
            PairSizes size = row.size();
            // Sizes have no other parameters.
            if (size != null && row.extras().isEmpty() && Chart.drawable(rate.value()) && Chart.drawable(size.mean())) {
                points.add(new Point(row.codec().id(), rate, size.mean()));
            }
        }
        List<Map<String, Object>> items = new ArrayList<>();
        List<String> front = new ArrayList<>();
        for (Point point : points) {
            Map<String, Object> item = Chart.item(findings, new Contender(point.codec(), ""));
            Chart.put(
                    item,
                    point.rate(),
                    Chart.rate(point.rate()) + ", " + Scale.exact(point.bytes()).text() + " B");
            item.put("bytes", point.bytes());
            if (points.stream().noneMatch(other -> other.beats(point))) {
                item.put("front", true);
                front.add(point.codec());
            }
            items.add(item);
        }
        if (items.size() > 1) {
            fronts.add("On the front of " + payload + ": " + Names.list(front) + ".");
        }
        return Chart.figure(
                "size-rate-" + Page.slug(payload),
                "Size against streamed rate of " + payload,
                "Better is up and to the left. Both axes are logarithmic.",
                "tradeOff",
                HEIGHT,
                items,
                Map.of(),
                NumbersSection.id(payload));
    }
}
