package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Percentiles of single round trips, and the first reply of a cold worker. */
final class LatencySection {
    private static final int CHARTS = 4;
    private static final List<String> NAMES = List.of("p50", "p90", "p99", "p99.9", "max");
    private static final List<Metric> PERCENTILES =
            List.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999, Metric.MAX);

    private LatencySection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        for (String payload : findings.payloads()) {
            if (blocks.size() < CHARTS) {
                blocks.addAll(chart(findings, payload));
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(Lines.of(
                    "Each call starts when the previous one has ended. Under load, calls also wait for each other, so"
                            + " tails are longer. A percentile is given only if 20 calls are above it."));
        }
        List<Score> first = new ArrayList<>(findings.scores(Kind.FIRST_REPLY));
        if (!first.isEmpty()) {
            first.sort(Comparator.comparing((Score row) ->
                            findings.payloads().indexOf(row.cell().payload()))
                    .thenComparingDouble(Score::order));
            blocks.add(new Grid<>(first)
                    .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), ""))
                    .text("payload", row -> row.cell().payload())
                    .text("parameters", row -> Kind.parameters(row.cell()))
                    .time("first reply", Score::cost)
                    .number("×best", row -> findings.timesBest(row))
                    .text("remark", row -> Names.brief(row.remark()))
                    .table(
                            "first-reply",
                            "Time from spawning a worker to its first reply",
                            List.of("The worker is cold. The parent has used the codec before.")));
        }
        return blocks;
    }

    /** Returns the percentiles of each codec, from the median to the maximum. */
    static List<Figure> chart(Findings findings, String payload) {
        List<Map<String, Object>> items = new ArrayList<>();
        PairRow.of(findings, payload).stream()
                .sorted(Comparator.comparingDouble(LatencySection::order))
                .forEach(row -> {
                    // A logarithmic axis cannot show every value. 0 marks such a value.
                    List<Double> values = PERCENTILES.stream()
                            .map(metric -> row.tripMetric(metric))
                            .map(value -> Chart.drawable(value) ? value : 0)
                            .toList();
                    if (values.stream().filter(value -> value > 0).count() > 1) {
                        Map<String, Object> item =
                                Chart.item(findings, new Contender(row.codec().id(), row.extras()));
                        item.put("values", values);
                        items.add(item);
                    }
                });
        return Chart.figure(
                "tail-" + Page.slug(payload),
                "Round-trip percentiles of " + payload,
                "p50, p90, p99, p99.9 and the slowest call of each codec, on a logarithmic axis. The label is p99. Each value"
                        + " is a median over forks, without an interval.",
                "tail",
                Chart.rows(items.size()),
                items,
                Map.of("percentiles", NAMES),
                NumbersSection.id(payload));
    }

    private static double order(PairRow row) {
        double value = row.tripMetric(Metric.P99);
        return Chart.drawable(value) ? value : Double.POSITIVE_INFINITY;
    }
}
