package dev.pipemark.report.rank;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Kind;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.rank.Ranking.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it costs one codec to write and read one payload within a process, and how large it gets: a row of a coding
 * table.
 *
 * @param extras parameters of the cells; mostly empty
 * @param size over the ring, if the pair was sized
 * @param remark why a number is missing
 */
public record Coding(
        String payload,
        CodecFacts codec,
        String extras,
        @Nullable Score encode,
        Rank encodeRank,
        @Nullable Score decode,
        Rank decodeRank,
        @Nullable PairSizes size,
        String remark) {
    /** Rows for every codec that was planned, sized or tried on the payload: lowest sum first, then the incomplete. */
    public static List<Coding> of(Findings findings, String payload) {
        List<Score> encodes = cells(findings, payload, Benchmark.ENCODE);
        List<Score> decodes = cells(findings, payload, Benchmark.DECODE);
        boolean sized =
                findings.sizes().stream().anyMatch(size -> size.payload().equals(payload));
        if (encodes.isEmpty() && decodes.isEmpty() && !sized) {
            return List.of();
        }
        List<Transfer.Contender> contenders =
                new ArrayList<>(Transfer.Contender.of(findings, payload, encodes, decodes));
        findings.sizes().stream()
                .filter(size -> size.payload().equals(payload))
                .filter(size -> contenders.stream()
                        .noneMatch(contender -> contender.codec().equals(size.codec())))
                .forEach(size -> contenders.add(new Transfer.Contender(size.codec(), "")));
        List<Coding> rows = new ArrayList<>();
        for (Transfer.Contender contender : contenders) {
            Score encode = contender.in(encodes);
            Score decode = contender.in(decodes);
            rows.add(new Coding(
                    payload,
                    findings.codec(contender.codec()),
                    contender.extras(),
                    encode,
                    findings.rank(encode),
                    decode,
                    findings.rank(decode),
                    findings.size(contender.codec(), payload),
                    Remarks.of(findings, payload, contender.codec(), "encode", encode, "decode", decode)));
        }
        rows.sort(Comparator.comparingDouble(Coding::order)
                .thenComparingDouble(row -> Math.min(Transfer.order(row.encode), Transfer.order(row.decode)))
                .thenComparingDouble(row -> row.size == null ? Double.POSITIVE_INFINITY : row.size.mean()));
        return List.copyOf(rows);
    }

    /** Nanoseconds to write and read one value; infinite when either is unknown. */
    double order() {
        return Transfer.order(encode) + Transfer.order(decode);
    }

    private static List<Score> cells(Findings findings, String payload, Benchmark benchmark) {
        return findings.scores(payload, cell -> benchmark.measures(cell) && Kind.of(cell) == Kind.CODING);
    }
}
