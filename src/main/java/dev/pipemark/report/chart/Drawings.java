package dev.pipemark.report.chart;

import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.rank.Coding;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.SweepRow;
import dev.pipemark.report.rank.Transfer;
import java.util.List;

/**
 * Which charts there are. Each has the data of one kind of drawing; how it looks is in the scripts. Where there is
 * too little to draw there is none.
 *
 * <p>{@code table} is the id of the table that has the numbers.
 */
public final class Drawings {
    private Drawings() {}

    /** Who is fast overall: dots with intervals. */
    public static List<Figure> rates(String payload, List<Transfer> rows, String table) {
        return TransferCharts.rates(payload, rows, table);
    }

    /** What is traded: bytes against rate, and the front. */
    public static List<Figure> tradeOff(String payload, List<Transfer> rows, List<Coding> codings, String table) {
        return TradeOffChart.of(payload, rows, codings, table);
    }

    /** Codec or pipe: the stages of a trip, stacked. */
    public static List<Figure> stages(String payload, Findings findings, List<Score> rows, String table) {
        return StagesChart.of(payload, findings, rows, table);
    }

    /** How long the tail of a round trip is. */
    public static List<Figure> tail(String payload, List<Transfer> rows, String table) {
        return TailChart.of(payload, rows, table);
    }

    /**
     * Rates along a thing that grows, a line for each codec. Where the payload is the same at all points, what each codec
     * gains from the first to the last is named.
     *
     * @param along what grows, as the axis calls it; rates along {@code workers} are of tasks, others of messages
     */
    public static List<Figure> sweep(
            String id,
            String title,
            String along,
            Findings findings,
            List<Long> points,
            List<SweepRow> rows,
            String table) {
        return SweepChart.of(id, title, along, findings, points, rows, table);
    }

    /** Can it be trusted: every fork beside the mean of its cell, in run order. */
    public static List<Figure> forks(Findings findings, String table) {
        return ForksChart.of(findings, table);
    }
}
