package dev.pipemark.compare;

import dev.pipemark.stats.Stats;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A comparison as JSON. A missing number is {@code null}. */
final class CompareJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CompareJson() {}

    static byte[] of(Comparison comparison) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("base", run(comparison.base()));
        root.put("new", run(comparison.candidate()));
        root.put("comparable", comparison.surroundings().obstacles().isEmpty());
        root.put("obstacles", comparison.surroundings().obstacles());
        root.put(
                "differences",
                comparison.surroundings().differences().stream()
                        .map(CompareJson::difference)
                        .toList());
        root.put("unknown", comparison.surroundings().unknowns());
        root.put("confidence", Stats.CONFIDENCE);
        root.put("intervals", comparison.intervals());
        Map<String, Integer> counts = new LinkedHashMap<>();
        comparison.counts().forEach((status, count) -> counts.put(status.label(), count));
        root.put("counts", counts);
        root.put("cells", comparison.cells().stream().map(CompareJson::cell).toList());
        root.put("sizes", comparison.sizes().stream().map(CompareJson::size).toList());
        root.put(
                "allocations",
                comparison.allocations().stream().map(CompareJson::allocation).toList());
        return MAPPER.writeValueAsBytes(root);
    }

    private static Map<String, Object> run(ComparedRun run) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", run.name());
        view.put("kind", run.foreign() ? "JMH" : "results folder");
        if (!run.foreign()) {
            view.put("started", run.run().info().started().toString());
        }
        return view;
    }

    private static Map<String, Object> difference(EnvironmentDifference difference) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("what", difference.what());
        view.put("base", difference.base());
        view.put("new", difference.candidate());
        return view;
    }

    private static Map<String, Object> cell(ComparedCell cell) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("benchmark", cell.cell().benchmark());
        view.put("codec", cell.cell().codec());
        view.put("payload", cell.cell().payload());
        view.put("parameters", cell.cell().parameters());
        view.put("status", cell.status().label());
        number(view, "ratio", cell.ratio().value());
        number(view, "lower", cell.ratio().lower());
        number(view, "upper", cell.ratio().upper());
        number(view, "delta", cell.delta());
        number(view, "baseCost", cell.base().cost());
        number(view, "newCost", cell.candidate().cost());
        view.put("baseForks", cell.base().forks());
        view.put("newForks", cell.candidate().forks());
        view.put("baseOutcome", cell.base().outcome());
        view.put("newOutcome", cell.candidate().outcome());
        view.put("reason", cell.reason());
        printed(view, "baseJmh", cell.base().printed());
        printed(view, "newJmh", cell.candidate().printed());
        return view;
    }

    /** Adds JMH's score, if the run is a JMH file. */
    private static void printed(Map<String, Object> cell, String name, @Nullable JmhScore printed) {
        if (printed != null) {
            Map<String, Object> view = new LinkedHashMap<>();
            number(view, "score", printed.score());
            number(view, "error", printed.error());
            view.put("unit", printed.unit());
            cell.put(name, view);
        }
    }

    private static Map<String, Object> size(SizeDifference size) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("codec", size.base().codec());
        view.put("payload", size.base().payload());
        number(view, "relative", size.relative());
        view.put("base", size.base());
        view.put("new", size.candidate());
        return view;
    }

    private static Map<String, Object> allocation(AllocationDifference allocation) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cell", allocation.cell().key());
        view.put("metric", allocation.metric().id());
        number(view, "base", allocation.base());
        number(view, "new", allocation.candidate());
        number(view, "relative", allocation.relative());
        view.put("flagged", allocation.flagged());
        return view;
    }

    @SuppressWarnings("NullAway") // a missing number is null in JSON
    private static void number(Map<String, Object> view, String name, double value) {
        view.put(name, Double.isFinite(value) ? value : null);
    }
}
