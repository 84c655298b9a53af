package dev.pipemark.report.sections;

import dev.pipemark.record.PairCheck;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pairs of a run that do not travel, grouped by codec and reason. */
final class TravelSection {
    /** A codec and the common reason of some of its pairs. */
    private record Refusal(String codec, String reason) {}

    private TravelSection() {}

    static List<Block> blocks(Findings findings) {
        if (findings.checks().isEmpty()) {
            return List.of();
        }
        Map<Refusal, List<String>> refusals = new LinkedHashMap<>();
        for (PairCheck check : findings.checks()) {
            if (!check.exact()) {
                refusals.computeIfAbsent(
                                new Refusal(check.codec(), check.outcome().reason()), refusal -> new ArrayList<>())
                        .add(check.payload());
            }
        }
        long exact = findings.checks().stream().filter(PairCheck::exact).count();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Lines.of(exact + " of " + Names.count(findings.checks().size(), "pair")
                + " of a codec and a payload arrive in another process as sent."));
        if (!refusals.isEmpty()) {
            blocks.add(new Grid<>(refusals.entrySet())
                    .text(
                            "codec",
                            refusal ->
                                    Names.codec(findings.codec(refusal.getKey().codec()), ""))
                    .text("payloads", refusal -> String.join(", ", refusal.getValue()))
                    .text(
                            "what happened",
                            refusal -> Names.brief(refusal.getKey().reason()))
                    .table("refusals", "Pairs that do not travel", List.of()));
        }
        return blocks;
    }
}
