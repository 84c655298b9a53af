package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;

/**
 * How two cells compare, as reports print it. The ratio is the higher cost over the lower cost, so it is never below 1.
 *
 * @param times from 1; its interval reaches below 1 if the pair is not decided
 * @param words the slower or faster cell with the verdict: {@code ▼ pipe slower}
 */
public record Apart(Estimate times, String words) {
    /** Explains the glyphs of tables, for a note. */
    public static final String LEGEND = "▲ fastest or faster, △ best but not alone, ▼ slower, ≈ tied, ? inconclusive.";

    /**
     * @param over the cost of {@code name} over the cost of another cell
     * @param name the judged cell, for the words
     */
    public static Apart of(Judgement over, String name) {
        Estimate ratio = over.ratio();
        if (!ratio.known()) {
            return new Apart(Estimate.NONE, "");
        }
        boolean dearer = ratio.value() >= 1;
        Verdict verdict = over.verdict();
        String seen = name + (dearer ? " slower" : " faster");
        String words = verdict == null
                ? seen + ", unjudged"
                : glyph(verdict) + " "
                        + switch (verdict) {
                            case FASTER, SLOWER -> seen;
                            case TIED -> verdict.word();
                            case INCONCLUSIVE -> verdict.word() + " (" + seen + ")";
                        };
        return new Apart(dearer ? ratio : ratio.reciprocal(1), words);
    }

    /** Returns the glyph of a verdict, so that no reader depends on colour. */
    static String glyph(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "▲";
            case SLOWER -> "▼";
            case TIED -> "≈";
            case INCONCLUSIVE -> "?";
        };
    }

    /** Returns factor, interval and words as a table shows them. */
    public Page.Value value() {
        Page.Value factor = Scale.RATIO.value(times);
        return new Page.Value(factor.text(), (factor.detail() + " " + words).strip());
    }
}
