package dev.pipemark.report.rank;

import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;

/** The glyph of each verdict, the one place that knows them: a verdict is read by its shape too, never by colour alone. */
public final class Marks {
    /** What the glyphs mean, for a note. */
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
     * Of the row with the lowest cost, which has no verdict against itself.
     *
     * @param alone whether all others are slower
     */
    public static String first(boolean alone) {
        return alone ? "▲" : "△";
    }

    /** Glyph and word of a judgement by itself; empty where forks are too few. */
    static String of(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        return verdict == null ? "" : glyph(verdict) + " " + verdict.word();
    }
}
