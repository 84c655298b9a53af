package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The tables of a section, below charts of some of them. The page's scripts draw the numbers that a table shows. */
final class Charts {
    /** Readers look at a few charts of each kind. */
    private static final int MOST = 4;

    private final List<Figure> charts = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    /**
     * Adds a table with a chart. It has no chart if fewer than two of its rows can be drawn, or if there are enough charts of
     * the kind.
     *
     * @param draw the kind: the name of a function of {@code pipemarkCharts} in the scripts
     * @param least how many numbers a row must have to be drawn
     */
    void add(Table table, String draw, int least, String description) {
        long drawn = table.rows().stream()
                .filter(row -> numbers(table, row) >= least)
                .count();
        long before = charts.stream().filter(chart -> chart.draw().equals(draw)).count();
        if (drawn > 1 && before < MOST) {
            charts.add(new Figure(draw, description, table));
        }
        tables.add(table);
    }

    /** Returns the charts, followed by the tables. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(charts);
        blocks.addAll(tables);
        return blocks;
    }

    private static long numbers(Table table, List<Value> row) {
        return IntStream.range(0, row.size())
                .filter(at ->
                        table.columns().get(at).number() && !row.get(at).text().isEmpty())
                .count();
    }
}
