package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;

/**
 * How two cells stand to each other as reports print it: always the dearer over the cheaper, so that no ratio is below 1.
 *
 * @param times from 1 up; its interval may reach below 1, which is what leaves a pair open
 * @param words which of the two it is, and how sure: {@code ▼ pipe slower}
 */
public record Apart(Estimate times, String words) {
    /**
     * @param over how many times some other cell's cost the cost of {@code name} is
     * @param name of what was judged, for the words
     */
    public static Apart of(Judgement over, String name) {
        Estimate ratio = over.ratio();
        if (!ratio.known()) {
            return new Apart(Estimate.NONE, "");
        }
        boolean dearer = ratio.value() >= 1;
        Verdict verdict = over.verdict();
        String seen = name + (dearer ? " slower" : " faster");
        String words;
        if (verdict == null) {
            words = seen + ", unjudged";
        } else {
            words = switch (verdict) {
                case FASTER, SLOWER -> Marks.glyph(verdict) + " " + seen;
                case TIED -> Marks.of(over);
                case INCONCLUSIVE -> Marks.of(over) + " (" + seen + ")";
            };
        }
        return new Apart(dearer ? ratio : ratio.reciprocal(1), words);
    }

    /** Factor, interval and words, as a table shows them. */
    public Page.Value value() {
        Page.Value factor = Scale.RATIO.value(times);
        return new Page.Value(factor.text(), (factor.detail() + " " + words).strip());
    }
}
