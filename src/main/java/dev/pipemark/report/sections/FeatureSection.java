package dev.pipemark.report.sections;

import dev.pipemark.api.Difference;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pairs of codecs of one library that differ in one feature only. */
final class FeatureSection {
    private static final String LEGEND =
            "The two codecs of a row are set up alike except for the feature. × is the higher cost divided by the lower one,"
                    + " from the cells of the run. The words say whether the codec with the feature is slower or faster."
                    + " Intervals and verdicts are those of the table to which both cells belong.";

    /** Two codecs on one payload. */
    private record Pair(String feature, PairRow with, PairRow without) {
        Value times(Findings findings, Function<PairRow, @Nullable Score> cell) {
            return Apart.value(findings.over(cell.apply(with), cell.apply(without)), feature);
        }

        /** Returns whether there is a number to compare. */
        boolean compares(Findings findings) {
            return with.size() != null && without.size() != null
                    || Stream.<Function<PairRow, @Nullable Score>>of(
                                    PairRow::encode, PairRow::decode, PairRow::stream, PairRow::trip)
                            .anyMatch(cell -> !times(findings, cell).text().isEmpty());
        }
    }

    private FeatureSection() {}

    /** Returns nothing if the run has no such pair. */
    static List<Block> blocks(Findings findings) {
        List<Pair> pairs = pairs(findings);
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>(List.of(LEGEND));
        notes.addAll(Names.legend(findings.codecs()));
        return List.of(new Grid<>(pairs)
                .text("feature", Pair::feature)
                .text("with it", pair -> Names.codec(pair.with.codec(), ""))
                .text("without it", pair -> Names.codec(pair.without.codec(), ""))
                .text("payload", pair -> pair.with.payload())
                .number("encode ×", pair -> pair.times(findings, PairRow::encode))
                .number("decode ×", pair -> pair.times(findings, PairRow::decode))
                .number("streamed ×", pair -> pair.times(findings, PairRow::stream))
                .number("round trip ×", pair -> pair.times(findings, PairRow::trip))
                .number("bytes with it", pair -> bytes(pair.with))
                .number("bytes without it", pair -> bytes(pair.without))
                .table("features-table", "Codecs of one library that differ in one feature", notes));
    }

    /** Returns the pairs codec by codec in the order of the plan, payload by payload. */
    private static List<Pair> pairs(Findings findings) {
        List<CodecFacts> codecs = findings.codecs().stream()
                .filter(codec -> codec.differsFrom() != null)
                .toList();
        List<Map<String, PairRow>> payloads = codecs.isEmpty()
                ? List.of()
                : findings.payloads().stream()
                        .map(payload -> PairRow.of(findings, payload).stream()
                                .filter(row -> row.extras().isEmpty())
                                .collect(Collectors.toMap(row -> row.codec().id(), row -> row, (one, other) -> other)))
                        .toList();
        List<Pair> pairs = new ArrayList<>();
        for (CodecFacts codec : codecs) {
            for (Map<String, PairRow> rows : payloads) {
                Difference difference = codec.differsFrom();
                PairRow with = rows.get(codec.id());
                PairRow without = difference == null ? null : rows.get(difference.codec());
                if (difference != null && with != null && without != null) {
                    pairs.add(new Pair(difference.feature(), with, without));
                }
            }
        }
        pairs.removeIf(pair -> !pair.compares(findings));
        return pairs;
    }

    private static Value bytes(PairRow row) {
        PairSizes size = row.size();
        return size == null ? Value.BLANK : Scale.exact(size.mean());
    }
}
