package dev.pipemark.report.rank;

import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;

/** The glyph of each verdict. A verdict has a glyph so that no reader depends on colour. */
public final class Marks {
    /** Explains the glyphs, for a note. */
    public static final String LEGEND = "▲ fastest or faster, △ best but not alone, ▼ slower, ≈ tied, ? inconclusive.";

    private Marks() {}

    public static String glyph(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "▲";
            case SLOWER -> "▼";
            case TIED -> "≈";
            case INCONCLUSIVE -> "?";
        };
    }

    /**
     * Returns the glyph of the row with the lowest cost.
     *
     * @param alone whether all others are slower
     */
    public static String first(boolean alone) {
        return alone ? "▲" : "△";
    }

    /** Returns glyph and word of a judgement; empty if there are too few forks. */
    static String of(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        return verdict == null ? "" : glyph(verdict) + " " + verdict.word();
    }
}
