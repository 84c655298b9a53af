package dev.pipemark.report.sections;

import dev.pipemark.record.PairSizes;
import dev.pipemark.report.chart.Drawings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.rank.Coding;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speed against size on the lead payload of each family: who is on the front, and who is behind whom. */
final class TradeOff {
    /** A codec that was both streamed and sized. */
    private record Point(Transfer row, Score stream, PairSizes size) {
        static @Nullable Point of(Findings findings, Transfer row) {
            Score stream = row.stream();
            PairSizes size = findings.size(row.codec().id(), row.payload());
            return stream == null
                            || !stream.measured()
                            || size == null
                            || !row.extras().isEmpty()
                    ? null
                    : new Point(row, stream, size);
        }

        /** At least as fast and as small as the other, and better in one of them, as seen. */
        boolean beats(Point other) {
            double cost = stream.cost().value();
            double others = other.stream.cost().value();
            return cost <= others
                    && size.mean() <= other.size.mean()
                    && (cost < others || size.mean() < other.size.mean());
        }
    }

    private TradeOff() {}

    static List<Block> blocks(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        for (String family : findings.families()) {
            String payload = PayloadSections.mostStreamed(findings, family);
            if (payload == null) {
                continue;
            }
            List<Transfer> rows = Transfer.of(findings, payload);
            List<Point> points = new ArrayList<>();
            for (Transfer row : rows) {
                Point point = Point.of(findings, row);
                if (point != null) {
                    points.add(point);
                }
            }
            if (points.size() < 2) {
                continue;
            }
            String table = "trade-off-" + Page.slug(payload);
            blocks.addAll(Drawings.tradeOff(payload, rows, Coding.of(findings, payload), table));
            blocks.add(table(findings, payload, points, table));
        }
        return blocks;
    }

    private static Block table(Findings findings, String payload, List<Point> points, String table) {
        Grid<Point> grid = new Grid<>(points)
                .id(point -> Rows.id(table, point.row().codec().id()))
                .facets(point -> Rows.facets(findings, point.row().codec().id(), payload))
                .text("codec", point -> Names.codec(point.row().codec(), ""))
                .text("badge", point -> point.row().codec().badge())
                .rate("streamed", (Point point) -> point.stream().rate());
        SizeColumns.add(grid, Point::size);
        return grid.text("front", point -> front(findings, points, point))
                .table(
                        table,
                        "Speed against size of " + payload,
                        List.of("On the front: no other is as small and faster, or as fast and smaller, by the values"
                                + " as they are. Behind: the fastest one that is; sizes are exact, and whether its"
                                + " speed is settled is said."));
    }

    private static String front(Findings findings, List<Point> points, Point point) {
        return points.stream()
                .filter(other -> other.beats(point))
                .min(Comparator.comparingDouble(other -> other.stream().cost().value()))
                .map(other -> "behind " + other.row().codec().id()
                        + sure(findings.ranking(point.stream().cell())
                                .judge(point.stream(), other.stream())
                                .verdict()))
                .orElse("on the front");
    }

    private static String sure(@Nullable Verdict verdict) {
        if (verdict == null) {
            return " as seen";
        }
        return switch (verdict) {
            case SLOWER, FASTER -> "";
            case TIED -> ", tied in speed";
            case INCONCLUSIVE -> ", its speed not told apart";
        };
    }
}
