package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One result in JMH's JSON: a benchmark with its parameters, its conditions and its metrics. */
record JmhResult(JsonNode node) {
    private static final String OWN = "dev.pipemark.bench.";

    /**
     * Before 1.37, JMH put a dot before the names of profiler metrics. The charset of an older file may have changed
     * the dot.
     */
    private static final String PROFILER = "^(\u00b7|\u00c2\u00b7|\ufffd|\\?)+";

    /** The fields that hold the facts of {@link Conditions}. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("threads", ForkNote.THREADS),
            Map.entry("forks", ForkNote.FORKS),
            Map.entry("warmupIterations", "-wi"),
            Map.entry("warmupTime", "-w"),
            Map.entry("warmupBatchSize", "-wbs"),
            Map.entry("measurementIterations", "-i"),
            Map.entry("measurementTime", "-r"),
            Map.entry("measurementBatchSize", "-bs"),
            Map.entry("jvm", "jvm"),
            Map.entry("jdkVersion", "jdk.version"),
            Map.entry("jmhVersion", "JMH"));

    String benchmark() {
        return JmhMetric.text(node, "benchmark");
    }

    /** Returns JMH's short name, such as {@code avgt}, or empty if there is none. */
    String mode() {
        return JmhMetric.text(node, "mode");
    }

    /** Returns whether it is a benchmark of this suite, which has its own names for secondary metrics. */
    boolean own() {
        return benchmark().startsWith(OWN);
    }

    /** Returns the cell without the parameters that distinguish results of the same benchmark. */
    Cell cell() {
        Map<String, String> parameters = new TreeMap<>();
        for (Map.Entry<String, JsonNode> parameter : node.path("params").properties()) {
            parameters.put(parameter.getKey(), parameter.getValue().asString(""));
        }
        if (!own()) {
            return Cell.of(benchmark(), Cell.NONE, Cell.NONE, parameters);
        }
        // A cell of a results folder leaves these parameters out if they have their default values.
        Parameter.OMITTED_IF_DEFAULT.forEach(parameter -> parameters.remove(parameter.id(), parameter.defaultValue()));
        String codec = parameters.remove("codec");
        String payload = parameters.remove("payload");
        return Cell.of(
                benchmark().substring(benchmark().lastIndexOf('.') + 1),
                codec == null ? Cell.NONE : codec,
                payload == null ? Cell.NONE : payload,
                parameters);
    }

    JmhMetric primary() {
        return new JmhMetric(node.path("primaryMetric"));
    }

    /**
     * Returns the separate results: the methods of a {@code @Group}, and {@code @AuxCounters}. They are named like Java
     * methods and fields, and have a time, a rate or a count.
     */
    Map<String, JmhMetric> members() {
        Map<String, JmhMetric> members = new LinkedHashMap<>();
        if (!own()) {
            secondary().forEach((name, metric) -> {
                if (member(name, metric)) {
                    members.put(name, metric);
                }
            });
        }
        return members;
    }

    /** Returns the names of all other secondary metrics, except allocation per operation. */
    List<String> profiled() {
        List<String> names = new ArrayList<>();
        if (!own()) {
            secondary().forEach((name, metric) -> {
                String plain = name.replaceFirst(PROFILER, "");
                if (!member(name, metric) && !plain.equals("gc.alloc.rate.norm")) {
                    names.add(plain);
                }
            });
        }
        return names;
    }

    /**
     * Returns the allocation per operation in one fork, from the suite's own metrics or from JMH's {@code gc} profiler.
     */
    Map<Metric, Double> allocation(int fork) {
        Map<String, JmhMetric> secondary = secondary();
        Map<Metric, Double> metrics = new TreeMap<>();
        put(metrics, Metric.PARENT_ALLOCATION, secondary.get(Metric.PARENT_ALLOCATION.id()), fork);
        put(metrics, Metric.WORKER_ALLOCATION, secondary.get(Metric.WORKER_ALLOCATION.id()), fork);
        if (metrics.isEmpty()) {
            secondary.forEach((name, metric) -> {
                if (name.replaceFirst(PROFILER, "").equals("gc.alloc.rate.norm")) {
                    put(metrics, Metric.PARENT_ALLOCATION, metric, fork);
                }
            });
        }
        return metrics;
    }

    /** Returns the conditions by the names of {@link Conditions}. Facts that are not in the file are missing. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        FACTS.forEach((field, fact) -> {
            String value = JmhMetric.text(node, field);
            if (!value.isEmpty()) {
                facts.put(fact, value);
            }
        });
        if (node.path("jvmArgs").isArray()) {
            List<String> flags = new ArrayList<>();
            node.path("jvmArgs").forEach(flag -> flags.add(flag.asString("")));
            facts.put("flags", String.join(" ", flags));
        }
        String vm = (JmhMetric.text(node, "vmName") + " " + JmhMetric.text(node, "vmVersion")).strip();
        if (!vm.isEmpty()) {
            facts.put("java", vm);
        }
        return facts;
    }

    Conditions conditions() {
        return Conditions.of(mode(), primary().unit().name(), facts());
    }

    private Map<String, JmhMetric> secondary() {
        Map<String, JmhMetric> metrics = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> metric : node.path("secondaryMetrics").properties()) {
            metrics.put(metric.getKey(), new JmhMetric(metric.getValue()));
        }
        return metrics;
    }

    private static boolean member(String name, JmhMetric metric) {
        JmhUnit unit = metric.unit();
        return SourceVersion.isIdentifier(name) && (unit.known() || unit.name().equals("#"));
    }

    private static void put(Map<Metric, Double> metrics, Metric name, @Nullable JmhMetric metric, int fork) {
        double value = metric == null ? Double.NaN : metric.mean(fork);
        if (Double.isFinite(value)) {
            metrics.put(name, value);
        }
    }
}
