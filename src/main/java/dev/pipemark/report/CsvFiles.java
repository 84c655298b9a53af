package dev.pipemark.report;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.compare.ComparedCell;
import dev.pipemark.record.Arm;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Kind;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Csv;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Ranking;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import java.util.Locale;

/** The tables for other programs. Column names stay as they are from version to version; new ones go to the end. */
final class CsvFiles {
    private CsvFiles() {}

    /** Everything: a row for each planned cell and metric, and for each size; {@code score} stands for the cell itself. */
    static String results(Findings findings) {
        Csv csv = new Csv(
                "benchmark",
                "codec",
                "payload",
                "family",
                "parameters",
                "metric",
                "value",
                "unit",
                "lower",
                "upper",
                "forks",
                "outcome",
                "reason",
                "place",
                "times_best",
                "times_best_lower",
                "times_best_upper",
                "verdict",
                "rounds_needed");
        for (Score score : findings.scores()) {
            Estimate estimate = score.estimate();
            int forks = score.means().size();
            result(csv, findings, score, "score", estimate, forks, score.unit(), findings.rank(score));
            score.metrics()
                    .forEach((metric, value) -> result(
                            csv, findings, score, metric.id(), value, value.forks(), metric.unit(), Ranking.Rank.NONE));
        }
        for (PairSizes size : findings.sizes()) {
            size(csv, findings, size, "mean", size.mean());
            size(csv, findings, size, "min", size.min());
            size(csv, findings, size, "max", size.max());
            size(csv, findings, size, "deflate", size.deflate());
            size(csv, findings, size, "zstd", size.zstd());
        }
        return csv.toString();
    }

    static String sizes(Findings findings) {
        Csv csv = new Csv("payload", "family", "codec", "values", "mean", "min", "max", "deflate", "zstd");
        for (PairSizes size : findings.sizes()) {
            csv.row(
                    size.payload(),
                    findings.family(size.payload()),
                    size.codec(),
                    size.values(),
                    size.mean(),
                    size.min(),
                    size.max(),
                    size.deflate(),
                    size.zstd());
        }
        return csv.toString();
    }

    static String capabilities(Findings findings) {
        Csv csv = new Csv(
                "codec",
                "payload",
                "family",
                "verdict",
                "detail",
                "badge",
                "library",
                "version",
                "safe_for_untrusted_bytes");
        for (PairCheck check : findings.checks()) {
            CodecFacts codec = findings.codec(check.codec());
            csv.row(
                    check.codec(),
                    check.payload(),
                    findings.family(check.payload()),
                    check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    check.detail(),
                    codec.badge(),
                    codec.library(),
                    codec.version(),
                    codec.safeForUntrustedBytes());
        }
        return csv.toString();
    }

    /** Each cell in an arm over the same without it: a ratio above 1 is slower. */
    static String arms(ArmComparison comparison) {
        Csv csv = new Csv(
                "arm",
                "codec",
                "benchmark",
                "payload",
                "parameters",
                "status",
                "base",
                "new",
                "unit",
                "ratio",
                "lower",
                "upper",
                "delta",
                "base_forks",
                "new_forks",
                "base_outcome",
                "new_outcome",
                "reason");
        for (ComparedCell cell : comparison.cells()) {
            csv.row(
                    Arm.of(cell.cell().codec()),
                    Arm.base(cell.cell().codec()),
                    cell.cell().benchmark(),
                    cell.cell().payload(),
                    Kind.parameters(cell.cell()),
                    comparison.label(cell),
                    cell.base().cost(),
                    cell.candidate().cost(),
                    "ns/op",
                    cell.ratio().value(),
                    cell.ratio().lower(),
                    cell.ratio().upper(),
                    cell.ratio().known() ? cell.delta() : Double.NaN,
                    cell.base().forks(),
                    cell.candidate().forks(),
                    cell.base().outcome(),
                    cell.candidate().outcome(),
                    cell.reason());
        }
        return csv.toString();
    }

    private static void result(
            Csv csv,
            Findings findings,
            Score score,
            String metric,
            Estimate value,
            int forks,
            String unit,
            Ranking.Rank rank) {
        csv.row(
                score.cell().benchmark(),
                score.cell().codec(),
                score.cell().payload(),
                findings.family(score.cell().payload()),
                Kind.parameters(score.cell()),
                metric,
                value.value(),
                unit,
                value.lower(),
                value.upper(),
                forks,
                score.outcomeName(),
                score.reason(),
                place(rank),
                rank.timesBest().value(),
                rank.timesBest().lower(),
                rank.timesBest().upper(),
                rank.word(),
                rank.roundsNeeded());
    }

    private static void size(Csv csv, Findings findings, PairSizes size, String metric, double value) {
        csv.row(
                "size",
                size.codec(),
                size.payload(),
                findings.family(size.payload()),
                "",
                metric,
                value,
                "B",
                Double.NaN,
                Double.NaN,
                0,
                "measured",
                "",
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "",
                Double.NaN);
    }

    private static Object place(Ranking.Rank rank) {
        return rank.place() == 0 ? "" : rank.place();
    }
}
