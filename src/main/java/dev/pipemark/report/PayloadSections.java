package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Page.Section;
import dev.pipemark.report.Page.Table;
import dev.pipemark.report.Page.Value;
import dev.pipemark.result.Estimate;
import dev.pipemark.result.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section for each family, and below it one for each payload with its transfer and coding tables. */
final class PayloadSections {
    private PayloadSections() {}

    static List<Section> of(Findings findings) {
        List<Section> sections = new ArrayList<>();
        for (String family : findings.families()) {
            List<Section> payloads = new ArrayList<>();
            String lead = Leaders.leadPayload(findings, family);
            for (String payload : findings.payloads()) {
                if (findings.family(payload).equals(family)) {
                    payload(findings, payload, payload.equals(lead), payloads);
                }
            }
            if (!payloads.isEmpty()) {
                String title =
                        family.isEmpty() ? "Payloads" : Character.toUpperCase(family.charAt(0)) + family.substring(1);
                sections.add(new Section("family-" + Page.slug(family), 2, title, List.of()));
                sections.addAll(payloads);
            }
        }
        return sections;
    }

    private static void payload(Findings findings, String payload, boolean lead, List<Section> sections) {
        List<Transfer> transfers = Transfer.of(findings, payload);
        List<Coding> codings = Coding.of(findings, payload);
        List<Block> blocks = new ArrayList<>();
        if (!transfers.isEmpty()) {
            if (lead) {
                blocks.addAll(Drawings.rates(payload, transfers));
            }
            blocks.add(transferTable(payload, transfers));
            if (lead) {
                blocks.addAll(Drawings.tradeOff(payload, transfers, codings));
            }
        }
        boolean timed = codings.stream().anyMatch(row -> row.encode() != null || row.decode() != null);
        if (timed || !transfers.isEmpty() && !codings.isEmpty()) {
            blocks.add(codingTable(payload, codings));
        }
        if (!blocks.isEmpty()) {
            sections.add(new Section("payload-" + Page.slug(payload), 3, payload, blocks));
        }
    }

    private static Table transferTable(String payload, List<Transfer> rows) {
        List<String> notes = new ArrayList<>();
        if (rows.stream().anyMatch(row -> !Double.isNaN(row.share()))) {
            notes.add("Codec's share: encoding and decoding on both sides, in per cent of the round trip; "
                    + (rows.stream().anyMatch(Transfer::shareFromSplit)
                            ? "from the stages of a split trip where it says so, else "
                            : "")
                    + "twice the encode and decode cells over the round trip.");
        }
        if (rows.stream().anyMatch(row -> !Double.isNaN(row.metric(Metric.PARENT_CPU)))) {
            notes.add("CPU and allocation are those of streaming, or of the round trip where nothing was streamed.");
        }
        notes.addAll(Names.legend(rows.stream().map(Transfer::codec).toList()));
        return new Grid<>(rows)
                .text("codec", row -> Names.codec(row.codec(), row.extras()))
                .text("version", row -> row.codec().version())
                .text("badge", row -> row.codec().badge())
                .number("streamed #", row -> place(row.streamRank()))
                .rate("streamed", (Transfer row) -> rate(row.stream()))
                .times("streamed ×best", row -> row.streamRank().timesBest())
                .text("streamed verdict", row -> row.streamRank().words())
                .number("trip #", row -> place(row.tripRank()))
                .time("round trip", (Transfer row) -> cost(row.trip()))
                .times("trip ×best", row -> row.tripRank().timesBest())
                .text("trip verdict", row -> row.tripRank().words())
                .time("p50", (Transfer row) -> row.tripMetric(Metric.P50))
                .time("p99", (Transfer row) -> row.tripMetric(Metric.P99))
                .time("p99.9", (Transfer row) -> row.tripMetric(Metric.P999))
                .number("codec's share, %", PayloadSections::share)
                .time("CPU parent", (Transfer row) -> row.metric(Metric.PARENT_CPU))
                .time("CPU worker", (Transfer row) -> row.metric(Metric.WORKER_CPU))
                .bytes("allocated parent", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .bytes("allocated worker", 2, row -> row.metric(Metric.WORKER_ALLOCATION))
                .rate("per CPU-second", (Transfer row) -> row.metric(Metric.PER_CPU_SECOND))
                .text("remark", row -> Names.brief(row.remark()))
                .table("transfer-" + Page.slug(payload), "Transfer of " + payload + " over a pipe", notes);
    }

    private static Table codingTable(String payload, List<Coding> rows) {
        List<String> notes = new ArrayList<>();
        notes.add("Sorted by encode and decode together. Sizes are exact, without the frame's header.");
        notes.addAll(Names.legend(rows.stream().map(Coding::codec).toList()));
        return new Grid<>(rows)
                .text("codec", row -> Names.codec(row.codec(), row.extras()))
                .text("version", row -> row.codec().version())
                .text("badge", row -> row.codec().badge())
                .time("encode", (Coding row) -> cost(row.encode()))
                .number("encode #", row -> place(row.encodeRank()))
                .times("encode ×best", row -> row.encodeRank().timesBest())
                .text("encode verdict", row -> row.encodeRank().words())
                .time("decode", (Coding row) -> cost(row.decode()))
                .number("decode #", row -> place(row.decodeRank()))
                .times("decode ×best", row -> row.decodeRank().timesBest())
                .text("decode verdict", row -> row.decodeRank().words())
                .number(
                        "mean, B",
                        row -> row.size() == null
                                ? Value.BLANK
                                : exact(row.size().mean()))
                .number(
                        "min, B",
                        row -> row.size() == null
                                ? Value.BLANK
                                : exact(row.size().min()))
                .number(
                        "max, B",
                        row -> row.size() == null
                                ? Value.BLANK
                                : exact(row.size().max()))
                .number(
                        "deflate, B",
                        row -> row.size() == null
                                ? Value.BLANK
                                : exact(row.size().deflate()))
                .number(
                        "zstd, B",
                        row -> row.size() == null
                                ? Value.BLANK
                                : exact(row.size().zstd()))
                .text("remark", row -> Names.brief(row.remark()))
                .table("coding-" + Page.slug(payload), "Encoding, decoding and size of " + payload, notes);
    }

    /** Whole bytes, or one decimal of a mean that is none. */
    static Value exact(double bytes) {
        if (Double.isNaN(bytes)) {
            return Value.BLANK;
        }
        boolean whole = bytes == Math.rint(bytes) || bytes >= 1000;
        return Value.number(String.format(java.util.Locale.ROOT, whole ? "%,.0f" : "%,.1f", bytes), bytes);
    }

    static Estimate cost(@Nullable Score score) {
        return score == null ? Estimate.NONE : score.cost();
    }

    static Estimate rate(@Nullable Score score) {
        return score == null ? Estimate.NONE : score.rate();
    }

    static Value place(Ranking.Rank rank) {
        return rank.place() == 0 ? Value.BLANK : Value.number(String.valueOf(rank.place()), rank.place());
    }

    private static Value share(Transfer row) {
        Value share = Scale.PERCENT.value(row.share(), 2);
        return row.shareFromSplit() ? new Value(share.text(), "(split)", share.order()) : share;
    }
}
