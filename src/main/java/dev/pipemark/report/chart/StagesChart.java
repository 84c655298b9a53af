package dev.pipemark.report.chart;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Kind;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.CodecShare;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codec or pipe: the stages of a round trip, stacked. */
final class StagesChart {
    private StagesChart() {}

    static List<Figure> of(String payload, Findings findings, List<Score> rows, String table) {
        List<Score> split = rows.stream()
                .filter(row -> row.measured() && stages(row).stream().allMatch(stage -> stage >= 0 && stage < 1e15))
                .toList();
        if (split.isEmpty()) {
            return List.of();
        }
        Scale scale = Scale.time(split.stream().map(row -> row.cost().value()).toList());
        List<Map<String, Object>> items = new ArrayList<>();
        for (Score row : split) {
            Map<String, Object> item = Chart.item(codec(findings, row), Kind.extras(row.cell()));
            item.put(
                    "stages",
                    stages(row).stream().map(stage -> stage / scale.size()).toList());
            item.put(
                    "texts",
                    stages(row).stream()
                            .map(stage -> scale.value(stage, 2).text() + " " + scale.unit())
                            .toList());
            item.put("text", "whole trip: " + scale.text(row.cost()) + ", codec " + share(row));
            item.put("label", scale.value(row.cost()).text() + " " + scale.unit() + ", codec " + share(row));
            items.add(item);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("items", items);
        data.put("stages", Arrays.stream(Stage.values()).map(Stage::title).toList());
        data.put("unit", "share of one round trip, %");
        return Chart.figure(
                "split-" + Page.slug(payload),
                "Codec or pipe? Stages of a round trip of " + payload,
                finding(findings, split)
                        + " The shares that the stages of a round trip have, by codec, in a message's own order: encoded, on"
                        + " its way, decoded, used, and so home again; what belongs to the reply is hatched. The whole"
                        + " trip's time stands at the end.",
                "stages",
                Chart.WIDTH,
                Chart.rows(items.size()),
                data,
                items.size(),
                table);
    }

    private static String finding(Findings findings, List<Score> rows) {
        List<Score> ordered = rows.stream()
                .filter(row -> !Double.isNaN(CodecShare.ofStages(row)))
                .sorted(Comparator.comparingDouble(CodecShare::ofStages))
                .toList();
        if (ordered.size() < 2) {
            return "";
        }
        Score least = ordered.get(0);
        Score most = ordered.get(ordered.size() - 1);
        return "The codec takes " + share(least) + " of the trip with "
                + codec(findings, least).id() + " and " + share(most) + " with "
                + codec(findings, most).id() + ".";
    }

    private static String share(Score row) {
        double percent = CodecShare.ofStages(row);
        return Double.isNaN(percent) ? "an unknown share" : Scale.significant(percent, 2) + " %";
    }

    private static CodecFacts codec(Findings findings, Score row) {
        return findings.codec(row.cell().codec());
    }

    private static List<Double> stages(Score row) {
        return Arrays.stream(Stage.values())
                .map(stage -> row.metric(stage.metric()))
                .toList();
    }
}
