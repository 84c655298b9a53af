package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.CodecShare;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The stages of a round trip, of the codec and of the pipe. */
final class SplitSection {
    private static final int CHARTS = 3;

    private SplitSection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> charts = new ArrayList<>();
        List<Block> tables = new ArrayList<>();
        for (String payload : findings.payloads()) {
            List<Score> rows = findings.scores(payload, cell -> Kind.of(cell) == Kind.SPLIT).stream()
                    .sorted(Comparator.comparingDouble(Score::order))
                    .toList();
            if (!rows.isEmpty()) {
                if (charts.size() < CHARTS) {
                    charts.addAll(chart(findings, payload, rows));
                }
                tables.add(table(findings, payload, rows));
            }
        }
        charts.addAll(tables);
        charts.addAll(ComparisonTables.memory(findings));
        charts.addAll(ComparisonTables.twoCores(findings));
        return charts;
    }

    private static String id(String payload) {
        return "stages-" + Page.slug(payload);
    }

    private static Page.Table table(Findings findings, String payload, List<Score> rows) {
        Grid<Score> grid = new Grid<>(rows)
                .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), Kind.extras(row.cell())))
                .text("transport", row -> Parameter.TRANSPORT.of(row.cell()))
                .time("whole trip", Score::cost)
                .number("×best", row -> findings.timesBest(row));
        for (Stage stage : Stage.values()) {
            grid.time(stage.title(), (Score row) -> row.metric(stage.metric()));
        }
        return grid.percent("codec's share", CodecShare::ofStages)
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        id(payload),
                        "Stages of a round trip of " + payload,
                        List.of("Stages are means over all trips and forks, without intervals. Taking time stamps costs"
                                + " time, so a whole trip here is slower than a plain round trip."));
    }

    /** Returns the stages as stacked bars. */
    static List<Figure> chart(Findings findings, String payload, List<Score> rows) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Score row : rows) {
            List<Double> stages = Arrays.stream(Stage.values())
                    .map(stage -> row.metric(stage.metric()))
                    .toList();
            if (row.measured() && stages.stream().allMatch(stage -> stage >= 0 && stage < 1e15)) {
                Map<String, Object> item = Chart.item(findings, Contender.of(row.cell()));
                item.put("stages", stages);
                item.put(
                        "text",
                        Scale.time(List.of(row.cost().value())).text(row.cost()) + ", codec "
                                + Scale.PERCENT
                                        .value(CodecShare.ofStages(row), 2)
                                        .text() + " %");
                items.add(item);
            }
        }
        return Chart.figure(
                "split-" + Page.slug(payload),
                "Stages of a round trip of " + payload,
                "The shares of the stages in a round trip. Stages of the reply are hatched. The time of the whole trip and the"
                        + " codec's share are at the end of each bar.",
                "stages",
                Chart.rows(items.size()),
                items,
                Map.of("stages", Arrays.stream(Stage.values()).map(Stage::title).toList()),
                id(payload));
    }
}
