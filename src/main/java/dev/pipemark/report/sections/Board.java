package dev.pipemark.report.sections;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Standing.Entry;
import dev.pipemark.report.rank.Standing.Place;
import dev.pipemark.report.rank.Standings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Codecs by payloads, with the factor of each to the best of its column, as a table for Markdown and for readers without
 * scripts. The page's script draws its own board, with colours and facts.
 */
final class Board {
    /** Marks a pair that does not travel. */
    private static final String FAULT = "✕";

    /** Marks a cell that failed. */
    private static final String FAILED = "!";

    private record Column(Standings standings, Measure measure, String payload, Map<String, Entry> entries) {
        static Column of(Standings standings, Measure measure, String payload) {
            Map<String, Entry> entries = new HashMap<>();
            standings
                    .standing(measure, payload, List.of())
                    .ifPresent(standing -> standing.entries().forEach(entry -> entries.put(entry.codec(), entry)));
            return new Column(standings, measure, payload, entries);
        }

        String text(CodecFacts codec) {
            Entry entry = entries.get(codec.id());
            if (entry == null) {
                return standings.fault(codec.id(), payload).isPresent()
                        ? FAULT
                        : standings.failure(measure, codec.id(), payload).isPresent() ? FAILED : "";
            }
            double times = entry.times().value();
            return (times >= 1 ? Answers.factor(times) : "–") + mark(entry.place());
        }

        double order(CodecFacts codec) {
            Entry entry = entries.get(codec.id());
            return entry == null || !entry.times().known()
                    ? Double.POSITIVE_INFINITY
                    : entry.times().value();
        }
    }

    private Board() {}

    /**
     * Returns the board. Its rows are in the order of the payload that most codecs were measured on. Of several such
     * payloads, it takes one that a card shows.
     */
    static Page.Table table(Standings standings, Measure measure) {
        List<Column> columns = standings.payloads(measure).stream()
                .map(payload -> Column.of(standings, measure, payload))
                .toList();
        List<CodecFacts> codecs = new ArrayList<>(standings.codecs());
        codecs.removeIf(
                codec -> columns.stream().allMatch(column -> column.text(codec).isEmpty()));
        columns.stream()
                .min(Comparator.comparingInt(
                                (Column column) -> -column.entries().size())
                        .thenComparing(column -> !carded(standings, column.payload())))
                .ifPresent(lead -> codecs.sort(Comparator.comparingDouble(lead::order)));
        Grid<CodecFacts> grid = new Grid<>(codecs).text("codec", codec -> Names.codec(codec, ""));
        columns.forEach(column -> grid.number(column.payload(), codec -> Page.Value.text(column.text(codec))));
        return grid.table(
                "board",
                measure.title() + ": the cost of a codec divided by that of the best",
                List.of("The best of a column has 1.00; ? is not distinguishable from it, ≈ tied with it, ✕ does not"
                        + " travel, ! failed; blank was not measured. ⚠ must never read untrusted bytes."));
    }

    private static boolean carded(Standings standings, String payload) {
        return standings.cards().stream().anyMatch(card -> card.payload().equals(payload));
    }

    /** Returns the mark of a codec that may be as good as the best; empty for the others. */
    static String mark(Place place) {
        return switch (place) {
            case TIED -> "≈";
            case OPEN, VAGUE -> "?";
            default -> "";
        };
    }
}
