package dev.pipemark.report.chart;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Ranking.Rank;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Charts of the rows of one transfer table: who is fast, and who ties. */
final class TransferCharts {
    private TransferCharts() {}

    static List<Figure> rates(String payload, List<Transfer> rows, String table) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Transfer row : rows) {
            Estimate rate = rate(row);
            if (Chart.drawable(rate.value())) {
                Map<String, Object> item = Chart.item(row.codec(), row.extras());
                Chart.put(item, rate, Chart.rate(rate));
                item.put("label", Chart.label(Scale.rate(List.of(rate.value())), rate));
                items.add(item);
            }
        }
        return Chart.figure(
                "rate-" + Page.slug(payload),
                "Who is fast? Streamed rate of " + payload,
                first(rows)
                        + " Messages per second by codec, on a logarithmic axis, fastest on top; whiskers are 95 %"
                        + " intervals over forks, where there are three or more.",
                "rates",
                Chart.WIDTH,
                Chart.rows(items.size()),
                Map.of("items", items),
                items.size(),
                table);
    }

    static List<Figure> ties(String payload, List<Transfer> rows, double delta, String table) {
        List<Transfer> judged = rows.stream()
                .filter(row -> Chart.drawable(row.streamRank().timesBest().value()))
                .toList();
        if (judged.stream().noneMatch(row -> row.streamRank().timesBest().hasInterval())) {
            return List.of();
        }
        double[] window = window(judged);
        boolean cut = false;
        List<Map<String, Object>> items = new ArrayList<>();
        for (Transfer row : judged) {
            Rank rank = row.streamRank();
            String glyph = Chart.glyph(rank);
            String label = Chart.times(rank);
            Map<String, Object> item = Chart.item(row.codec(), row.extras());
            Chart.put(item, rank.timesBest(), Chart.times(rank.timesBest()) + " " + rank.marked());
            Estimate times = rank.timesBest();
            if (times.hasInterval() && times.lower() < window[0]) {
                item.put("lower", window[0]);
                item.put("cutLower", true);
                cut = true;
            }
            if (times.hasInterval() && times.upper() > window[1]) {
                item.put("upper", window[1]);
                item.put("cutUpper", true);
                cut = true;
            }
            item.put("word", rank.word());
            item.put("glyph", glyph);
            item.put("label", label + " " + glyph + " " + brief(rank));
            item.put("brief", label + " " + glyph);
            items.add(item);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("items", items);
        data.put("delta", delta);
        data.put("band", "± " + Names.percent(delta) + ": tied");
        return Chart.figure(
                "ties-" + Page.slug(payload),
                "Who really ties? Cost of streaming " + payload + " beside the leader’s",
                verdicts(judged)
                        + " How many times the cost of the leader, on a logarithmic axis, with the interval that the"
                        + " verdict was read off; an interval within the band of ± " + Names.percent(delta)
                        + " is a tie."
                        + (cut ? " An interval that ends in an arrow goes on beyond the axis: the table has it." : ""),
                "ties",
                Chart.WIDTH,
                Chart.rows(items.size()) + 18,
                data,
                items.size(),
                table);
    }

    /** Half and twice of what was seen: intervals that say nothing must not press all others together. */
    private static double[] window(List<Transfer> rows) {
        double least = 1;
        double most = 1;
        for (Transfer row : rows) {
            double times = row.streamRank().timesBest().value();
            least = Math.min(least, times);
            most = Math.max(most, times);
        }
        return new double[] {least / 2, 2 * most};
    }

    /** Who is on top, as far as the rounds allow to say so. */
    private static String first(List<Transfer> rows) {
        List<Transfer> first =
                rows.stream().filter(row -> row.streamRank().place() == 1).toList();
        if (first.isEmpty()) {
            return rows.stream()
                    .filter(row -> rate(row).known())
                    .findFirst()
                    .map(row -> "Highest seen: " + name(row) + " with " + Chart.rate(rate(row))
                            + "; too few forks to say that it leads.")
                    .orElse("");
        }
        if (first.size() == 1) {
            return name(first.get(0)) + (first.get(0).streamRank().alone() ? " is fastest with " : " is on top with ")
                    + Chart.rate(rate(first.get(0))) + ".";
        }
        return Chart.list(first.stream().map(TransferCharts::name).toList())
                + " share first place: nothing is known to be faster than any of them.";
    }

    private static String verdicts(List<Transfer> rows) {
        List<String> sentences = new ArrayList<>();
        said(rows, rank -> rank.words().equals("fastest"), " is fastest.", " are fastest.", sentences);
        said(rows, rank -> rank.words().equals("best"), " has the lowest cost.", " have the lowest cost.", sentences);
        said(rows, rank -> rank.word().equals("tied"), " is tied with it.", " are tied with it.", sentences);
        said(
                rows,
                rank -> rank.word().equals("inconclusive"),
                " cannot be told apart from it yet.",
                " cannot be told apart from it yet.",
                sentences);
        said(rows, rank -> rank.word().equals("slower"), " is slower.", " are slower.", sentences);
        return String.join(" ", sentences);
    }

    private static void said(
            List<Transfer> rows, Predicate<Rank> wanted, String one, String many, List<String> sentences) {
        List<String> names = rows.stream()
                .filter(row -> wanted.test(row.streamRank()))
                .map(TransferCharts::name)
                .toList();
        if (!names.isEmpty()) {
            sentences.add(Chart.list(names) + (names.size() == 1 ? one : many));
        }
    }

    private static String brief(Rank rank) {
        return rank.againstBest() == null ? rank.words() : rank.word();
    }

    private static String name(Transfer row) {
        return Chart.name(row.codec(), row.extras());
    }

    private static Estimate rate(Transfer row) {
        return row.stream() == null ? Estimate.NONE : row.stream().rate();
    }
}
