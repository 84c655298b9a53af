package dev.pipemark.report.chart;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.PairCheck;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Marks;
import dev.pipemark.report.rank.Ranking.Rank;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is consistent: how many times the best one's cost, by codec and payload. */
final class ConsistencyChart {
    private static final int COLUMN = 44;
    private static final int NAMES = 190;
    private static final int NAMED = 4;
    private static final String UNCARRIED = "–";
    private static final String FAILED = "✗";

    /** More cells than these are drawn in the page alone, and without what the tables say of each. */
    private static final int MANY = 400;

    /**
     * A codec that was streamed, with what it has on each payload.
     *
     * @param measured on how many of the payloads
     * @param worst the largest of its distances from the best; infinite when there is none
     */
    private record Column(Transfer.Arm arm, Map<String, Score> scores, int measured, double worst) {
        static Column of(Findings findings, Transfer.Arm arm, Map<String, Score> scores) {
            List<Double> times = scores.values().stream()
                    .map(score -> findings.rank(score).timesBest().value())
                    .filter(Chart::drawable)
                    .toList();
            return new Column(
                    arm,
                    scores,
                    times.size(),
                    times.stream().mapToDouble(value -> value).max().orElse(Double.POSITIVE_INFINITY));
        }
    }

    private ConsistencyChart() {}

    static List<Figure> of(Findings findings, String table) {
        Map<Transfer.Arm, Map<String, Score>> arms = new LinkedHashMap<>();
        Map<String, Integer> measured = new HashMap<>();
        for (Score score : findings.scores(Kind::leadStream)) {
            arms.computeIfAbsent(Transfer.Arm.of(score.cell()), arm -> new LinkedHashMap<>())
                    .put(score.cell().payload(), score);
            if (Chart.drawable(findings.rank(score).timesBest().value())) {
                measured.merge(score.cell().payload(), 1, Integer::sum);
            }
        }
        // Alone on a payload anything is best.
        List<String> payloads = findings.payloads().stream()
                .filter(payload -> measured.getOrDefault(payload, 0) > 1)
                .toList();
        arms.values().forEach(scores -> scores.keySet().retainAll(payloads));
        List<Column> columns = arms.entrySet().stream()
                .map(arm -> Column.of(findings, arm.getKey(), arm.getValue()))
                .filter(column -> column.measured() > 0)
                .sorted(Comparator.comparingInt((Column column) -> -column.measured())
                        .thenComparingDouble(Column::worst))
                .toList();
        if (columns.size() < 2 || payloads.size() < 2) {
            return List.of();
        }
        boolean many = columns.size() * payloads.size() > MANY;
        List<List<Object>> cells = new ArrayList<>();
        List<List<Object>> blanks = new ArrayList<>();
        for (int x = 0; x < columns.size(); x++) {
            for (int y = 0; y < payloads.size(); y++) {
                cell(findings, columns.get(x), payloads.get(y), x, y, many, cells, blanks);
            }
        }
        List<String> names =
                columns.stream().map(column -> name(findings, column)).toList();
        // They stand upright, some seven pixels a letter.
        int longest = Math.min(
                180, 16 + 7 * names.stream().mapToInt(String::length).max().orElse(0));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("codecs", names);
        data.put("payloads", payloads);
        data.put("cells", cells);
        data.put("blanks", blanks);
        data.put("leastWidth", NAMES - 60 + COLUMN * columns.size());
        data.put(
                "note",
                "Times the cost of the best, which is 1.00. " + Marks.glyph(Verdict.TIED) + " tied with it, "
                        + Marks.glyph(Verdict.INCONCLUSIVE) + " inconclusive, " + UNCARRIED + " does not travel, "
                        + FAILED
                        + " failed, blank: not measured.");
        List<Figure> figures = Chart.figure(
                "consistency",
                "Who is consistent? Streamed cost beside the best, by codec and payload",
                finding(findings, columns, payloads.size())
                        + " Each cell says how many times the best one’s cost it is; darker is worse. "
                        + UNCARRIED + " does not travel, " + FAILED + " failed, blank: not measured.",
                "consistency",
                Math.max(Chart.WIDTH, NAMES + COLUMN * columns.size()),
                120 + longest + 24 * payloads.size(),
                data,
                columns.size(),
                table);
        return many ? figures.stream().map(ConsistencyChart::live).toList() : figures;
    }

    /** A picture of so many cells would be larger than the table that has their numbers. */
    private static Figure live(Figure figure) {
        return new Figure(
                figure.id(),
                figure.title(),
                figure.description()
                        + " It is drawn by the page's own scripts alone: the table beside it has its numbers.",
                figure.draw(),
                figure.width(),
                figure.height(),
                figure.data(),
                figure.table(),
                false);
    }

    private static void cell(
            Findings findings,
            Column column,
            String payload,
            int x,
            int y,
            boolean many,
            List<List<Object>> cells,
            List<List<Object>> blanks) {
        Score score = column.scores().get(payload);
        Rank rank = findings.rank(score);
        PairCheck check = findings.check(column.arm().codec(), payload);
        if (Chart.drawable(rank.timesBest().value())) {
            String glyph = rank.againstBest() == null ? "" : Chart.glyph(rank);
            String times = Chart.times(rank).substring(1);
            String text = Chart.times(rank.timesBest()) + " " + rank.marked();
            // Most are slower, and the number says so.
            String marked = times + (glyph.equals("▼") || glyph.isEmpty() ? "" : " " + glyph);
            double value = rank.timesBest().value();
            cells.add(many ? List.of(x, y, value, marked) : List.of(x, y, value, marked, text));
        } else if (score != null && score.outcome() instanceof Outcome.Failed) {
            blanks.add(List.of(x, y, FAILED, why(score.remark(), many)));
        } else if (check != null && !check.exact()) {
            String how = check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            blanks.add(List.of(
                    x, y, UNCARRIED, why(how + (check.detail().isEmpty() ? "" : ": " + check.detail()), many)));
        } else if (score != null && score.outcome() instanceof Outcome.Unsupported) {
            blanks.add(List.of(x, y, UNCARRIED, why(score.remark(), many)));
        }
    }

    /** The beginning of a reason, which tables have in full. */
    private static String why(String reason, boolean many) {
        return many ? Names.brief(reason, 40) : Names.brief(reason);
    }

    /** How far from the best those get that were measured on a third of the payloads at least. */
    private static String finding(Findings findings, List<Column> columns, int payloads) {
        List<Column> broad = columns.stream()
                .filter(column -> column.measured() >= Math.max(2, payloads / 3))
                // One that few payloads were sent with had fewer occasions to be far behind.
                .sorted(Comparator.comparingInt((Column column) -> -column.measured())
                        .thenComparingDouble(Column::worst))
                .limit(NAMED)
                .toList();
        return broad.isEmpty()
                ? ""
                : "At its worst, "
                        + Names.list(broad.stream()
                                .map(column -> name(findings, column) + " is " + worst(findings, column)
                                        + " the best (on " + column.measured() + " payloads)")
                                .toList())
                        + ".";
    }

    /** No finer than its interval. */
    private static String worst(Findings findings, Column column) {
        return column.scores().values().stream()
                .map(findings::rank)
                .filter(rank -> rank.timesBest().value() == column.worst())
                .findFirst()
                .map(Chart::times)
                .orElse("");
    }

    private static String name(Findings findings, Column column) {
        return Chart.name(findings.codec(column.arm().codec()), column.arm().extras());
    }
}
