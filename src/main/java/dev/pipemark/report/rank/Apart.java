package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;

/** How two cells compare, as reports print it. The ratio is the higher cost over the lower cost, so it is never below 1. */
public final class Apart {
    /** Explains the glyphs of tables, for a note. */
    public static final String LEGEND = "▲ fastest or faster, △ best but not alone, ▼ slower, ≈ tied, ? inconclusive.";

    private Apart() {}

    /**
     * Returns the ratio with its interval, the verdict, and the slower or faster cell: {@code 2.0 [1.9, 2.1] ▼ pipe slower}. The
     * interval reaches below 1 if the pair is not decided. Blank without a ratio.
     *
     * @param over the cost of {@code name} over the cost of another cell
     * @param name the judged cell, for the words
     */
    public static Page.Value value(Judgement over, String name) {
        Estimate ratio = over.ratio();
        if (!ratio.known()) {
            return Page.Value.BLANK;
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
        Page.Value factor = Scale.RATIO.value(dearer ? ratio : ratio.reciprocal(1));
        return new Page.Value(factor.text(), (factor.detail() + " " + words).strip());
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
}
