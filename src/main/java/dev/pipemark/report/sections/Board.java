package dev.pipemark.report.sections;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standing.Entry;
import dev.pipemark.report.rank.Standing.Place;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Codecs by payloads, with the factor of each to the best of its column, as a table for Markdown and for readers without
 * scripts. The page's script draws its own board, with colours and facts.
 */
final class Board {
    /** Marks a pair that does not travel. */
    private static final String FAULT = "✕";

    /** Marks a cell that failed. */
    private static final String FAILED = "!";

    private Board() {}

    /**
     * Returns the board. Its rows are in the order of the payload that most codecs were measured on. Of several such
     * payloads, it takes one that a card shows.
     */
    static Page.Table table(Standings standings, Measure measure) {
        List<Standing> columns = standings.payloads(measure).stream()
                .flatMap(payload -> standings.standing(measure, payload, List.of()).stream())
                .toList();
        List<CodecFacts> codecs = new ArrayList<>(standings.codecs());
        codecs.removeIf(codec -> columns.stream()
                .allMatch(column -> text(standings, column, codec.id()).isEmpty()));
        columns.stream()
                .min(Comparator.comparingInt(
                                (Standing column) -> -column.entries().size())
                        .thenComparing(column -> !carded(standings, column.payload())))
                .ifPresent(lead -> codecs.sort(Comparator.comparingDouble(codec -> order(lead, codec.id()))));
        Grid<CodecFacts> grid = new Grid<>(codecs).text("codec", codec -> Names.codec(codec, ""));
        columns.forEach(column ->
                grid.number(column.payload(), codec -> Page.Value.text(text(standings, column, codec.id()))));
        return grid.table(
                "board",
                measure.title() + ": the cost of a codec divided by that of the best",
                List.of("The best of a column has 1.00; ? is not distinguishable from it, ≈ tied with it, ✕ does not"
                        + " travel, ! failed; blank was not measured. ⚠ must never read untrusted bytes."));
    }

    private static boolean carded(Standings standings, String payload) {
        return standings.cards().stream().anyMatch(card -> card.payload().equals(payload));
    }

    private static String text(Standings standings, Standing column, String codec) {
        return column.entry(codec)
                .map(entry -> (entry.times().value() >= 1
                                ? Answers.factor(entry.times().value())
                                : "–")
                        + mark(entry.place()))
                .orElseGet(() -> standings.fault(codec, column.payload()).isPresent()
                        ? FAULT
                        : standings
                                        .failure(column.measure(), codec, column.payload())
                                        .isPresent()
                                ? FAILED
                                : "");
    }

    private static double order(Standing lead, String codec) {
        return lead.entry(codec)
                .map(Entry::times)
                .filter(Estimate::known)
                .map(Estimate::value)
                .orElse(Double.POSITIVE_INFINITY);
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
