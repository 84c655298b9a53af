package dev.pipemark.report.chart;

import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.CodecShare;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of a round trip as stacked bars. */
public final class StagesChart {
    private StagesChart() {}

    /**
     * @param table the id of the table with the numbers
     */
    public static List<Figure> of(Findings findings, String payload, List<Score> rows, String table) {
        List<Score> split = rows.stream()
                .filter(row -> row.measured() && stages(row).stream().allMatch(stage -> stage >= 0 && stage < 1e15))
                .toList();
        List<Map<String, Object>> items = new ArrayList<>();
        for (Score row : split) {
            Map<String, Object> item = Chart.item(findings, Contender.of(row.cell()));
            item.put("stages", stages(row));
            item.put(
                    "text",
                    Scale.time(List.of(row.cost().value())).text(row.cost()) + ", codec "
                            + Scale.PERCENT.value(CodecShare.ofStages(row), 2).text() + " %");
            items.add(item);
        }
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("stages", Arrays.stream(Stage.values()).map(Stage::title).toList());
        more.put("unit", "share of one round trip, %");
        return Chart.figure(
                "split-" + Page.slug(payload),
                "Stages of a round trip of " + payload,
                "The shares of the stages in a round trip. Stages of the reply are hatched. The time of the whole trip and the"
                        + " codec's share are at the end of each bar.",
                "stages",
                Chart.rows(items.size()),
                items,
                more,
                table);
    }

    private static List<Double> stages(Score row) {
        return Arrays.stream(Stage.values())
                .map(stage -> row.metric(stage.metric()))
                .toList();
    }
}
