package dev.pipemark.report.rank;

import dev.pipemark.api.Difference;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.stats.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two codecs of one library that differ in one feature only, on one payload. Each judgement is that of their common table:
 * the cost with the feature over the cost without it.
 *
 * @param feature the feature in one or two words
 * @param with the numbers of the codec that has the feature
 * @param without the numbers of the other codec
 */
public record FeaturePair(
        String feature,
        PairRow with,
        PairRow without,
        Judgement encode,
        Judgement decode,
        Judgement stream,
        Judgement trip) {

    /** Returns the pairs that have a number to compare: codec by codec in the order of the plan, payload by payload. */
    public static List<FeaturePair> of(Findings findings) {
        Map<String, Difference> differences = differences(findings.codecs());
        Map<String, List<FeaturePair>> pairs = new LinkedHashMap<>();
        differences.keySet().forEach(codec -> pairs.put(codec, new ArrayList<>()));
        for (String payload : differences.isEmpty() ? List.<String>of() : findings.payloads()) {
            Map<String, PairRow> rows = new HashMap<>();
            PairRow.of(findings, payload).stream()
                    .filter(row -> row.extras().isEmpty())
                    .forEach(row -> rows.put(row.codec().id(), row));
            pairs.forEach((codec, found) -> {
                Difference difference = differences.get(codec);
                PairRow with = rows.get(codec);
                PairRow without = difference == null ? null : rows.get(difference.codec());
                if (difference != null && with != null && without != null) {
                    found.add(of(findings, difference.feature(), with, without));
                }
            });
        }
        return pairs.values().stream()
                .flatMap(List::stream)
                .filter(FeaturePair::compares)
                .toList();
    }

    /** Returns the differences of the codecs whose counterpart is in the run, by codec. */
    private static Map<String, Difference> differences(List<CodecFacts> codecs) {
        Map<String, Difference> differences = new LinkedHashMap<>();
        for (CodecFacts codec : codecs) {
            Difference difference = codec.differsFrom();
            if (difference != null
                    && codecs.stream().anyMatch(other -> other.id().equals(difference.codec()))) {
                differences.put(codec.id(), difference);
            }
        }
        return differences;
    }

    private static FeaturePair of(Findings findings, String feature, PairRow with, PairRow without) {
        return new FeaturePair(
                feature,
                with,
                without,
                findings.over(with.encode(), without.encode()),
                findings.over(with.decode(), without.decode()),
                findings.over(with.stream(), without.stream()),
                findings.over(with.trip(), without.trip()));
    }

    private boolean compares() {
        return with.size() != null && without.size() != null
                || Stream.of(encode, decode, stream, trip)
                        .anyMatch(judgement -> judgement.ratio().known());
    }
}
