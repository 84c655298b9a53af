package dev.pipemark.report.sections;

import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.FeaturePair;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.stats.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Pairs of codecs of one library that differ in one feature only. */
final class FeatureSection {
    private static final String LEGEND =
            "The two codecs of a row are set up alike except for the feature. × is the higher cost divided by the lower one,"
                    + " from the cells of the run. The words say whether the codec with the feature is slower or faster."
                    + " Intervals and verdicts are those of the table to which both cells belong.";

    private FeatureSection() {}

    /** Returns nothing if the run has no such pair. */
    static List<Block> blocks(Findings findings) {
        List<FeaturePair> pairs = FeaturePair.of(findings);
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>(List.of(LEGEND));
        notes.addAll(Names.legend(findings.codecs()));
        return List.of(new Grid<>(pairs)
                .text("feature", FeaturePair::feature)
                .text("with it", pair -> Names.codec(pair.with().codec(), ""))
                .text("without it", pair -> Names.codec(pair.without().codec(), ""))
                .text("payload", pair -> pair.with().payload())
                .number("encode ×", times(FeaturePair::encode))
                .number("decode ×", times(FeaturePair::decode))
                .number("streamed ×", times(FeaturePair::stream))
                .number("round trip ×", times(FeaturePair::trip))
                .number("bytes with it", pair -> bytes(pair.with()))
                .number("bytes without it", pair -> bytes(pair.without()))
                .table("features-table", "Codecs of one library that differ in one feature", notes));
    }

    private static Function<FeaturePair, Value> times(Function<FeaturePair, Judgement> of) {
        return pair -> Apart.of(of.apply(pair), pair.feature()).value();
    }

    private static Value bytes(PairRow row) {
        PairSizes size = row.size();
        return size == null ? Value.BLANK : Scale.exact(size.mean());
    }
}
