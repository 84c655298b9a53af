package dev.pipemark.proof;

import dev.pipemark.record.Resolution;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The share of known differences that is found, in tables that {@link Draws} makes.
 *
 * @param rows one row for each difference, in ascending order; the first is that of equal codecs
 */
public record PowerCurve(List<Row> rows) {
    /** The numbers of sittings of the drawn tables. */
    static final int FIVE = 5;

    static final int TEN = 10;

    /** The differences by which recorded costs are raised, in per cent. */
    private static final List<Integer> SHIFTS = List.of(3, 5, 7, 10, 15, 20, 30);

    static final int PAIRS = 1000;
    static final int TABLES = 150;

    private static final long SEED = 1;

    /**
     * One difference. A pair is two codecs, judged by themselves. A table has all equal codecs, one of which is slower.
     * The difference is found if the table calls this codec slower than the best. In the row of equal codecs, a pair is
     * found if it is called different, and a table if it calls any codec slower than the best.
     *
     * @param percent the per cent by which one codec is slower; 0 for equal codecs
     * @param really {@code true} if a codec with more work was measured, {@code false} if recorded costs were raised
     * @param times the cost of the slower codec divided by that of the equal ones
     * @param pairsOfFive the pairs found after five sittings; {@link Count#NONE} if fewer were measured
     * @param pairsOfTen the pairs found after ten sittings
     * @param tablesOfFive the tables found after five sittings
     * @param tablesOfTen the tables found after ten sittings
     */
    public record Row(
            int percent,
            boolean really,
            double times,
            Count pairsOfFive,
            Count pairsOfTen,
            Count tablesOfFive,
            Count tablesOfTen) {}

    public PowerCurve {
        rows = List.copyOf(rows);
    }

    static PowerCurve of(KnownCosts costs) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(costs, 0, false, 1, draw -> draw.equal().get(0)));
        for (int shift : SHIFTS) {
            rows.add(row(costs, shift, false, 1 + shift / 100.0, draw -> draw.shifted(shift)));
            if (costs.slowed().containsKey(shift)) {
                rows.add(row(
                        costs,
                        shift,
                        true,
                        costs.times(shift),
                        draw -> draw.slowed().getOrDefault(shift, Map.of())));
            }
        }
        return new PowerCurve(rows);
    }

    private static Row row(
            KnownCosts costs,
            int percent,
            boolean really,
            double times,
            Function<Draws.Draw, Map<Integer, Double>> slower) {
        Predicate<Draws.Draw> pair = draw -> {
            Verdict verdict = Judgement.of(slower.apply(draw), draw.equal().get(1), Resolution.LEAST)
                    .verdict();
            return verdict == Verdict.SLOWER || percent == 0 && verdict == Verdict.FASTER;
        };
        Predicate<Draws.Draw> table = draw -> {
            PrintedTable printed = PrintedTable.of(draw.with(slower.apply(draw)));
            return percent == 0 ? printed.anySlower() : printed.slower(0);
        };
        return new Row(
                percent,
                really,
                times,
                count(costs, FIVE, PAIRS, pair),
                count(costs, TEN, PAIRS, pair),
                count(costs, FIVE, TABLES, table),
                count(costs, TEN, TABLES, table));
    }

    /** Counts the draws in which a difference is found. Every row has the same draws. */
    private static Count count(KnownCosts costs, int sittings, int draws, Predicate<Draws.Draw> found) {
        if (costs.sittings().size() < sittings) {
            return Count.NONE;
        }
        Draws source = new Draws(costs, SEED);
        Count count = Count.NONE;
        for (int draw = 0; draw < draws; draw++) {
            count = count.with(found.test(source.next(sittings)));
        }
        return count;
    }
}
