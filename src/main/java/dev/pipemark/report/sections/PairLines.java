package dev.pipemark.report.sections;

import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares two codecs in lines for a terminal, as the page compares two pinned codecs. */
public final class PairLines {
    /** The columns for a payload. A line then has at most 80, unless its interval is very wide. */
    private static final int PAYLOAD = 24;

    private PairLines() {}

    /** Returns a line for each benchmark and payload on which both codecs were timed. */
    public static List<String> of(Standings standings, String one, String other) {
        List<String> lines = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (String payload : standings.payloads(measure)) {
                Judgement over = standings.judge(measure, payload, one, other);
                if (over.ratio().known()) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "%-10s %-" + PAYLOAD + "s %-22s %s",
                            measure.id(),
                            payload.length() <= PAYLOAD ? payload : payload.substring(0, PAYLOAD - 1) + "…",
                            "× " + Answers.factor(over.ratio()),
                            words(over.verdict())));
                }
            }
        }
        return lines;
    }

    private static String words(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "too few forks";
        }
        return switch (verdict) {
            case FASTER -> "▲ faster";
            case SLOWER -> "▼ slower";
            case TIED -> "≈ tied";
            case INCONCLUSIVE -> "? not distinguishable";
        };
    }
}
