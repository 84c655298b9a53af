package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.report.chart.Drawings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Marks;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transfer over a pipe: below its own section one for each family, with a table for each payload. */
public final class PayloadSections {
    /** Of the same reason in table after table. */
    static final int REFUSAL_LENGTH = 90;

    /** Half an interval this large beside its value leaves one digit. */
    private static final double ROUGH = 0.3;

    private PayloadSections() {}

    /** The payload of a family that most codecs stream: where the family is drawn. {@code null} when none is streamed. */
    static @Nullable String mostStreamed(Findings findings, String family) {
        return findings.payloads().stream()
                .filter(payload -> findings.family(payload).equals(family))
                .filter(payload -> streamed(findings, payload) > 0)
                .min(Comparator.comparingLong(payload -> -streamed(findings, payload)))
                .orElse(null);
    }

    private static long streamed(Findings findings, String payload) {
        return findings.scores(payload, Kind::leadStream).stream()
                .filter(score -> score.measured()
                        && !findings.codec(score.cell().codec()).control())
                .count();
    }

    static List<Section> transfer(Findings findings) {
        List<Section> families = new ArrayList<>();
        for (String family : findings.families()) {
            String lead = mostStreamed(findings, family);
            List<Block> blocks = new ArrayList<>();
            for (String payload : findings.payloads()) {
                List<Transfer> rows =
                        findings.family(payload).equals(family) ? Transfer.of(findings, payload) : List.of();
                if (!rows.isEmpty()) {
                    String table = "transfer-" + Page.slug(payload);
                    if (payload.equals(lead)) {
                        blocks.addAll(Drawings.rates(payload, rows, table));
                    }
                    blocks.add(table(findings, payload, rows, table));
                }
            }
            if (!blocks.isEmpty()) {
                families.add(
                        new Section("family-" + Page.slug(family), 3, Names.capital(Names.family(family)), blocks));
            }
        }
        if (families.isEmpty()) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        List<Block> head = new ArrayList<>();
        head.add(notes(findings));
        sections.add(new Section("transfer", 2, "Transfer over a pipe: streamed rate and round trip", head));
        sections.addAll(families);
        return sections;
    }

    /** Said once for all the tables. */
    private static Lines notes(Findings findings) {
        List<String> notes = new ArrayList<>();
        notes.add("Streamed: messages per second with at most " + Kind.LEAD_WINDOW
                + " in flight. Round trip: one in flight. ×best is the cost over that of the best row, 1.00 or more.");
        if (findings.ordered()) {
            notes.add(Marks.LEGEND);
        }
        notes.add("CPU and allocation are per message, in the measuring process (parent) and in the worker, while"
                + " streaming, or in the round trip where nothing was streamed: means over forks, without an interval,"
                + " to two digits. Percentiles stand where every fork took samples enough. Bytes: mean message, without the frame's"
                + " header; deflate and zstd: compressed by itself.");
        if (findings.scores().stream().anyMatch(score -> Kind.of(score.cell()) == Kind.TRIP)) {
            notes.add("Codec's share: encoding and decoding on both sides, in per cent of the round trip; from the"
                    + " stages of a split trip where it says so, else twice the encode and decode cells over the"
                    + " round trip, which leaves one digit where the trip is rough, and none where its interval reaches"
                    + " over more than a factor of 10, nor where one of these cells had not settled.");
        }
        notes.addAll(Names.legend(findings.codecs()));
        return new Lines(notes, false);
    }

    private static Table table(Findings findings, String payload, List<Transfer> rows, String table) {
        Grid<Transfer> grid = new Grid<>(rows)
                .id(row -> Rows.transfer(payload, row.codec().id(), row.extras()))
                .facets(row -> Rows.facets(findings, row.codec().id(), payload))
                .text("codec", row -> Names.codec(row.codec(), row.extras()))
                .text("version", row -> row.codec().version())
                .text("badge", row -> row.codec().badge())
                .rate("streamed", (Transfer row) -> Score.rateOf(row.stream()))
                .times("streamed ×best", row -> row.streamRank().timesBest())
                .text("streamed verdict", row -> row.streamRank().marked())
                .time("round trip", (Transfer row) -> Score.costOf(row.trip()))
                .times("trip ×best", row -> row.tripRank().timesBest())
                .text("trip verdict", row -> row.tripRank().marked())
                .time("p50", (Transfer row) -> row.tripMetric(Metric.P50))
                .time("p99", (Transfer row) -> row.tripMetric(Metric.P99))
                .time("p99.9", (Transfer row) -> row.tripMetric(Metric.P999))
                .number("codec's share, %", PayloadSections::share);
        SizeColumns.add(
                grid, row -> row.extras().isEmpty() ? findings.size(row.codec().id(), payload) : null);
        return grid.time("CPU parent", (Transfer row) -> row.metric(Metric.PARENT_CPU))
                .time("CPU worker", (Transfer row) -> row.metric(Metric.WORKER_CPU))
                .bytes("allocated parent", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .bytes("allocated worker", 2, row -> row.metric(Metric.WORKER_ALLOCATION))
                .text("remark", PayloadSections::remark)
                .table(table, "Transfer of " + payload + " over a pipe", List.of());
    }

    /** Why a pair was not even planned stands in full where it says what travels; here its beginning does. */
    private static String remark(Transfer row) {
        return row.stream() == null && row.trip() == null
                ? Names.brief(row.remark(), REFUSAL_LENGTH)
                : Names.brief(row.remark());
    }

    private static Value share(Transfer row) {
        Estimate trip = Score.costOf(row.trip());
        boolean rough =
                !row.shareFromSplit() && trip.hasInterval() && (trip.upper() - trip.lower()) / 2 > ROUGH * trip.value();
        Value share = Scale.PERCENT.value(row.share(), rough ? 1 : 2);
        return row.shareFromSplit() ? new Value(share.text(), "(split)", share.order()) : share;
    }
}
