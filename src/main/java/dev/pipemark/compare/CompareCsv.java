package dev.pipemark.compare;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Kind;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Csv;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for other programs: a row for each cell, each size that differs, and each allocation that both runs
 * have. Higher costs and ratios are worse. Column names do not change between versions. The arms of a run have most of these
 * columns.
 */
public final class CompareCsv {
    /**
     * @param cell {@code null} for a size or an allocation, which has no interval
     */
    private record Line(
            String benchmark,
            String codec,
            String payload,
            String parameters,
            String metric,
            String unit,
            String status,
            double base,
            double candidate,
            Estimate ratio,
            @Nullable ComparedCell cell) {
        /** Returns a fact of the cell; empty if there is no cell. */
        Object of(Function<ComparedCell, Object> fact) {
            return cell == null ? "" : fact.apply(cell);
        }

        /** Returns a fact of the score in JMH's file; empty if there is no such score. */
        Object printed(Function<ComparedCell, CellSide> side, Function<JmhScore, Object> fact) {
            JmhScore printed = cell == null ? null : side.apply(cell).printed();
            return printed == null ? "" : fact.apply(printed);
        }
    }

    private CompareCsv() {}

    static String of(Comparison comparison) {
        List<Line> lines = new ArrayList<>();
        comparison.cells().forEach(cell -> lines.add(line(cell, cell.status().label())));
        comparison.sizes().forEach(size -> lines.addAll(lines(size)));
        comparison.allocations().forEach(allocation -> lines.add(line(allocation)));
        Csv<Line> columns = new Csv<Line>()
                .column("benchmark", Line::benchmark)
                .column("codec", Line::codec)
                .column("payload", Line::payload)
                .column("parameters", Line::parameters)
                .column("metric", Line::metric)
                .column("unit", Line::unit)
                .column("status", Line::status)
                .column("base", Line::base)
                .column("new", Line::candidate);
        return judged(columns)
                .column("base_jmh_score", line -> line.printed(ComparedCell::base, JmhScore::score))
                .column("base_jmh_error", line -> line.printed(ComparedCell::base, JmhScore::error))
                .column("new_jmh_score", line -> line.printed(ComparedCell::candidate, JmhScore::score))
                .column("new_jmh_error", line -> line.printed(ComparedCell::candidate, JmhScore::error))
                .column("base_jmh_unit", line -> line.printed(ComparedCell::base, JmhScore::unit))
                .column("new_jmh_unit", line -> line.printed(ComparedCell::candidate, JmhScore::unit))
                .of(lines);
    }

    /** Returns {@code arms.csv}: each cell in an arm over the same cell without it. A ratio above 1 is slower. */
    public static String of(ArmComparison comparison) {
        Csv<Line> columns = new Csv<Line>()
                .column("arm", line -> Arm.of(line.codec()))
                .column("codec", line -> Arm.base(line.codec()))
                .column("benchmark", Line::benchmark)
                .column("payload", Line::payload)
                .column("parameters", Line::parameters)
                .column("status", Line::status)
                .column("base", Line::base)
                .column("new", Line::candidate)
                .column("unit", Line::unit);
        return judged(columns)
                .of(comparison.cells().stream()
                        .map(cell -> line(cell, comparison.label(cell)))
                        .toList());
    }

    /** Adds the columns of a comparison and of its verdict. */
    private static Csv<Line> judged(Csv<Line> columns) {
        return columns.column("ratio", line -> line.ratio().value())
                .column("lower", line -> line.ratio().lower())
                .column("upper", line -> line.ratio().upper())
                .column("delta", line -> line.of(cell -> cell.ratio().known() ? cell.delta() : Double.NaN))
                .column("base_forks", line -> line.of(cell -> cell.base().forks()))
                .column("new_forks", line -> line.of(cell -> cell.candidate().forks()))
                .column("base_outcome", line -> line.of(cell -> cell.base().outcome()))
                .column("new_outcome", line -> line.of(cell -> cell.candidate().outcome()))
                .column("reason", line -> line.of(ComparedCell::reason));
    }

    private static Line line(ComparedCell cell, String status) {
        return new Line(
                cell.cell().benchmark(),
                cell.cell().codec(),
                cell.cell().payload(),
                Kind.parameters(cell.cell()),
                "score",
                "ns/op",
                status,
                cell.base().cost(),
                cell.candidate().cost(),
                cell.ratio(),
                cell);
    }

    private static Line line(AllocationDifference allocation) {
        return new Line(
                allocation.cell().benchmark(),
                allocation.cell().codec(),
                allocation.cell().payload(),
                Kind.parameters(allocation.cell()),
                allocation.metric().id(),
                allocation.metric().unit(),
                allocation.flagged() ? "flagged" : allocation.relative() == 0 ? "same" : "within 1 %",
                allocation.base(),
                allocation.candidate(),
                exact(allocation.base(), allocation.candidate()),
                null);
    }

    private static List<Line> lines(SizeDifference size) {
        List<Line> lines = new ArrayList<>();
        measures(size.base()).forEach((metric, base) -> {
            double candidate = measures(size.candidate()).getOrDefault(metric, Double.NaN);
            lines.add(new Line(
                    "size",
                    size.base().codec(),
                    size.base().payload(),
                    "",
                    metric,
                    "B",
                    base == candidate ? "same" : "differs",
                    base,
                    candidate,
                    exact(base, candidate),
                    null));
        });
        return lines;
    }

    private static Estimate exact(double base, double candidate) {
        return new Estimate(base == 0 ? Double.NaN : candidate / base, Double.NaN, Double.NaN, 1);
    }

    private static Map<String, Double> measures(PairSizes sizes) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("values", (double) sizes.values());
        measures.put("mean", sizes.mean());
        measures.put("min", (double) sizes.min());
        measures.put("max", (double) sizes.max());
        measures.put("deflate", sizes.deflate());
        measures.put("zstd", sizes.zstd());
        return measures;
    }
}
