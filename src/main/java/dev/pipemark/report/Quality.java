package dev.pipemark.report;

import dev.pipemark.result.RunInfo;
import dev.pipemark.result.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reader must know before believing a number of this run, each with what to do about it. */
final class Quality {
    private Quality() {}

    static List<String> lines(Findings findings) {
        RunInfo info = findings.run().info();
        List<String> lines = new ArrayList<>();
        if (info.rounds() < Stats.FORKS_FOR_INTERVAL) {
            lines.add(Names.rounds(info.rounds()) + ": order not established. Numbers have two digits and no interval;"
                    + " take -f 5 or the standard preset to compare.");
        }
        String end = findings.run().end().reason();
        if (!end.equals("complete")) {
            lines.add("The run is not complete (" + end + "): cells it did not reach are rows without numbers.");
        }
        count(findings, "failed", "failed: the reason is in the row.", lines);
        count(findings, "different", "arrived as something else, so that nothing was timed.", lines);
        long partial = findings.scores().stream()
                .filter(score -> score.measured() && !score.reason().isEmpty())
                .count();
        if (partial > 0) {
            lines.add(cells(partial) + " measured with fewer forks than planned: the row says how many and why.");
        }
        long unsettled = findings.scores().stream()
                .filter(score -> score.measured() && !score.settled())
                .count();
        if (unsettled > 0) {
            lines.add(cells(unsettled)
                    + " had not settled: the compiler was still at work. A longer warm-up (-wi, -w) helps.");
        }
        busy(info, lines);
        lines.addAll(info.notes());
        return lines;
    }

    private static void count(Findings findings, String outcome, String text, List<String> lines) {
        long cells = findings.scores().stream()
                .filter(score -> score.outcomeName().equals(outcome))
                .count();
        if (cells > 0) {
            lines.add(cells(cells) + " " + text);
        }
    }

    private static String cells(long count) {
        return count == 1 ? "1 cell" : count + " cells";
    }

    private static void busy(RunInfo info, List<String> lines) {
        double cores = number(info.environment().getOrDefault("cpu.cores.jvm", ""));
        for (Map.Entry<String, String> fact : info.environment().entrySet()) {
            double load = number(fact.getValue());
            if (fact.getKey().endsWith("load1") && load > cores / 2) {
                lines.add("The machine was busy before the first fork (load " + fact.getValue() + " on "
                        + info.environment().get("cpu.cores.jvm") + " cores): stop what else runs and measure again.");
            }
        }
    }

    /** NaN when the text does not begin with one. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.split(" ", 2)[0]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
