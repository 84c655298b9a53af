package dev.pipemark.report.rank;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Resolution;
import dev.pipemark.stats.Drift;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Scatter;
import dev.pipemark.stats.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scatter of a run.
 *
 * @param benchmarks in plan order
 * @param resolves the difference, as a fraction, that the median of all comparisons finds 80 % of the time; NaN if there
 *     is no comparison
 * @param pairs the number of comparisons
 * @param noisy cells that scatter much more than the others of their table, and are therefore judged by themselves
 */
public record Controls(List<Controls.Row> benchmarks, double resolves, int pairs, List<Cell> noisy) {
    /**
     * One benchmark.
     *
     * @param within the scatter of forks around their round and cell
     * @param drift the effect of each round on all its cells
     * @param resolves as above, for the comparisons of this benchmark
     */
    public record Row(
            String benchmark, long cells, Scatter within, Drift drift, Resolution resolution, double resolves) {}

    public static Controls of(Findings findings) {
        Sensitivity sensitivity = new Sensitivity();
        List<Row> rows = new ArrayList<>();
        List<Judgement> all = new ArrayList<>();
        List<Cell> noisy = new ArrayList<>();
        for (Map.Entry<String, Resolution> entry : findings.resolutions().entrySet()) {
            String benchmark = entry.getKey();
            List<Score> measured = findings.scores(cell -> cell.benchmark().equals(benchmark)).stream()
                    .filter(Score::measured)
                    .toList();
            Scatter within = Scatter.NONE;
            List<Judgement> pairs = new ArrayList<>();
            for (Ranking ranking : findings.rankings(benchmark)) {
                within = within.plus(ranking.scatter());
                pairs.addAll(ranking.pairs());
                noisy.addAll(ranking.noisy());
            }
            all.addAll(pairs);
            Drift drift = Drift.of(measured.stream().map(Score::byRound).toList());
            rows.add(new Row(benchmark, measured.size(), within, drift, entry.getValue(), sensitivity.median(pairs)));
        }
        return new Controls(rows, sensitivity.median(all), all.size(), noisy);
    }

    /** Returns the scatter of the fixed work between rounds, as a fraction; NaN below two rounds. */
    public double neighbours() {
        return benchmarks.stream()
                .filter(row -> row.benchmark().equals(Benchmark.FIXED_ARITHMETIC.id()))
                .mapToDouble(row -> row.drift().within().deviation())
                .findFirst()
                .orElse(Double.NaN);
    }
}
