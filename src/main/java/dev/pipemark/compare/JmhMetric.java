package dev.pipemark.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The primary or a secondary metric of a result in JMH's JSON. NaN and infinities are strings there ({@code "NaN"},
 * {@code "+INF"}).
 */
record JmhMetric(JsonNode node) {
    JmhUnit unit() {
        return JmhUnit.of(text("scoreUnit"));
    }

    /** Returns score and error as in the file, or {@code null} if there is no score. */
    @Nullable
    JmhScore printed() {
        return node.has("score")
                ? new JmhScore(number(node.path("score")), number(node.path("scoreError")), text("scoreUnit"))
                : null;
    }

    /** Returns whether each fork is a separate list. */
    boolean nested() {
        return rows().valueStream().allMatch(JsonNode::isArray);
    }

    /** Returns whether the file has the scores of each fork. Some tools remove them. */
    boolean whole() {
        return rows().isArray();
    }

    /**
     * Returns a list of iteration scores for each fork, in the unit of {@link JmhUnit}. A score that is not a number is
     * NaN.
     */
    List<List<Double>> forks() {
        List<List<Double>> forks = new ArrayList<>();
        double factor = unit().factor();
        for (JsonNode row : rows()) {
            List<Double> scores = new ArrayList<>();
            for (JsonNode iteration : row) {
                scores.add(factor * (iteration.isArray() ? mean(iteration) : number(iteration)));
            }
            forks.add(scores);
        }
        return forks;
    }

    /** Returns the mean over a fork's iterations. A metric that a fork reports only once has no rows, only a score. */
    double mean(int fork) {
        JsonNode row = rows().path(fork);
        return row.isEmpty()
                ? number(node.path("score"))
                : row.valueStream().mapToDouble(JmhMetric::number).average().orElse(Double.NaN);
    }

    private JsonNode rows() {
        return node.has("rawData") ? node.get("rawData") : node.path("rawDataHistogram");
    }

    private String text(String name) {
        return text(node, name);
    }

    /** Returns a field of any node, or empty if there is none. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** Returns the mean of one iteration's samples, which are pairs of a value and its count. */
    private static double mean(JsonNode histogram) {
        double sum = 0;
        double count = 0;
        for (JsonNode bin : histogram) {
            sum += number(bin.path(0)) * number(bin.path(1));
            count += number(bin.path(1));
        }
        return sum / count;
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
