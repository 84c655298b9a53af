package dev.pipemark.compare;

import dev.pipemark.record.Kind;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A comparison for other programs: a row for each cell, each size that differs, and each allocation that both runs
 * have. Higher costs and ratios are worse. Column names do not change between versions.
 */
final class CompareCsv {
    private CompareCsv() {}

    static String of(Comparison comparison) {
        Csv csv = new Csv(
                "benchmark",
                "codec",
                "payload",
                "parameters",
                "metric",
                "unit",
                "status",
                "base",
                "new",
                "ratio",
                "lower",
                "upper",
                "delta",
                "base_forks",
                "new_forks",
                "base_outcome",
                "new_outcome",
                "reason",
                "base_jmh_score",
                "base_jmh_error",
                "new_jmh_score",
                "new_jmh_error",
                "base_jmh_unit",
                "new_jmh_unit");
        comparison.cells().forEach(cell -> cell(csv, cell));
        comparison.sizes().forEach(size -> size(csv, size));
        comparison.allocations().forEach(allocation -> allocation(csv, allocation));
        return csv.toString();
    }

    private static void cell(Csv csv, ComparedCell cell) {
        csv.row(
                cell.cell().benchmark(),
                cell.cell().codec(),
                cell.cell().payload(),
                Kind.parameters(cell.cell()),
                "score",
                "ns/op",
                cell.status().label(),
                cell.base().cost(),
                cell.candidate().cost(),
                cell.ratio().value(),
                cell.ratio().lower(),
                cell.ratio().upper(),
                cell.ratio().known() ? cell.delta() : Double.NaN,
                cell.base().forks(),
                cell.candidate().forks(),
                cell.base().outcome(),
                cell.candidate().outcome(),
                cell.reason(),
                score(cell.base(), JmhScore::score),
                score(cell.base(), JmhScore::error),
                score(cell.candidate(), JmhScore::score),
                score(cell.candidate(), JmhScore::error),
                unit(cell.base()),
                unit(cell.candidate()));
    }

    private static double score(CellSide side, ToDoubleFunction<JmhScore> of) {
        JmhScore printed = side.printed();
        return printed == null ? Double.NaN : of.applyAsDouble(printed);
    }

    private static String unit(CellSide side) {
        JmhScore printed = side.printed();
        return printed == null ? "" : printed.unit();
    }

    private static void size(Csv csv, SizeDifference size) {
        measures(size.base()).forEach((metric, base) -> {
            double candidate = measures(size.candidate()).getOrDefault(metric, Double.NaN);
            List<String> names =
                    List.of("size", size.base().codec(), size.base().payload(), "", metric);
            exact(csv, names, "B", base == candidate ? "same" : "differs", base, candidate);
        });
    }

    private static void allocation(Csv csv, AllocationDifference allocation) {
        List<String> names = List.of(
                allocation.cell().benchmark(),
                allocation.cell().codec(),
                allocation.cell().payload(),
                Kind.parameters(allocation.cell()),
                allocation.metric().id());
        String status = allocation.flagged() ? "flagged" : allocation.relative() == 0 ? "same" : "within 1 %";
        exact(csv, names, allocation.metric().unit(), status, allocation.base(), allocation.candidate());
    }

    private static void exact(Csv csv, List<String> names, String unit, String status, double base, double candidate) {
        csv.row(
                names.get(0),
                names.get(1),
                names.get(2),
                names.get(3),
                names.get(4),
                unit,
                status,
                base,
                candidate,
                base == 0 ? Double.NaN : candidate / base,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "",
                "",
                "",
                "",
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "",
                "");
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
