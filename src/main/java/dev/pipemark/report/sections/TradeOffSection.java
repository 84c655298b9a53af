package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.report.chart.TradeOffChart;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Speed against size, for one payload of each family: the payload that most codecs stream. */
final class TradeOffSection {
    private TradeOffSection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> charts = new ArrayList<>();
        for (String family : findings.families()) {
            findings.payloads().stream()
                    .filter(payload -> findings.family(payload).equals(family))
                    .min(Comparator.comparingLong(payload -> -streamed(findings, payload)))
                    .ifPresent(payload -> charts.addAll(TradeOffChart.of(
                            findings, payload, PairRow.of(findings, payload), NumbersSection.id(payload))));
        }
        return charts;
    }

    private static long streamed(Findings findings, String payload) {
        return findings.scores(payload, Kind::leadStream).stream()
                .filter(score -> score.measured()
                        && !findings.codec(score.cell().codec()).control())
                .count();
    }
}
