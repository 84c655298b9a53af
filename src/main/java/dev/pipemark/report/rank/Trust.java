package dev.pipemark.report.rank;

import dev.pipemark.record.FixedWork;
import dev.pipemark.report.doc.Names;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;

/**
 * How far to trust a run, in one word.
 *
 * @param word {@code good}, {@code fair}, {@code poor}, or {@code unranked} where rounds are too few for an order
 * @param reason why it is this word
 */
public record Trust(String word, String reason) {
    /** What a choice between codecs should be able to rest on. */
    public static final double FINE = 0.10;
    /** Codecs commonly differ by more than this. */
    static final double COARSE = 0.50;
    /** So many cells of a hundred may be unsettled, or missing, before it tells. */
    private static final double FEW = 0.10;

    public static Trust of(Findings findings, Controls controls) {
        int rounds = findings.run().rounds();
        if (rounds < Stats.FORKS_FOR_INTERVAL) {
            return new Trust("unranked", Names.rounds(rounds) + ": no interval and no order");
        }
        if (Double.isNaN(controls.resolves())) {
            boolean few = findings.scores().stream()
                    .anyMatch(score -> score.measured() && score.means().size() < Stats.FORKS_FOR_INTERVAL);
            return new Trust(
                    "unranked",
                    few ? "too few forks finished: no interval and no order" : "there is no pair of cells to compare");
        }
        List<String> doubts = doubts(findings, controls);
        String behind = doubts.isEmpty() ? "" : "; " + String.join(", ", doubts);
        if (controls.resolves() > COARSE) {
            return new Trust("poor", "only large differences are found" + behind);
        }
        if (controls.resolves() > FINE) {
            return new Trust("fair", "differences of ten per cent are mostly left open" + behind);
        }
        return doubts.isEmpty()
                ? new Trust("good", "differences of ten per cent and less are found")
                : new Trust("fair", "small differences are found" + behind);
    }

    private static List<String> doubts(Findings findings, Controls controls) {
        List<String> doubts = new ArrayList<>();
        int planned = findings.scores().size();
        long missing = findings.scores().stream()
                .filter(score -> score.outcomeName().equals("failed")
                        || score.outcomeName().equals("not-reached"))
                .count();
        long unsettled = findings.scores().stream()
                .filter(score -> score.measured() && !score.settled())
                .count();
        if (missing > 0) {
            doubts.add(missing + " of " + Names.count(planned, "cell") + " failed or not reached");
        }
        if (unsettled > FEW * planned) {
            doubts.add(unsettled + " of " + Names.count(planned, "cell") + " not settled");
        }
        controls.benchmarks().stream()
                .filter(row -> !Double.isNaN(row.resolves()))
                .mapToDouble(row -> row.resolution().widest())
                .filter(widest -> widest > FINE)
                .max()
                .ifPresent(widest -> doubts.add("equal cells came out up to " + Names.percent(widest) + " apart"));
        if (controls.neighbours() > FixedWork.QUIET) {
            doubts.add("fixed work scattered by " + Names.percent(controls.neighbours()));
        }
        return doubts;
    }
}
