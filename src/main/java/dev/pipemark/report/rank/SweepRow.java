package dev.pipemark.report.rank;

import dev.pipemark.report.rank.Transfer.Contender;
import dev.pipemark.stats.Judgement;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One codec at every point of a sweep: along sizes, windows, or workers. */
public record SweepRow(Contender contender, SortedMap<Long, Score> points) {
    /** The score at this point, if the sweep has one there. */
    public @Nullable Score at(long point) {
        return points.get(point);
    }

    /** The mean cost over the points that were measured, in nanoseconds; infinite where none was. */
    public double order() {
        return points.values().stream()
                .mapToDouble(Transfer::order)
                .filter(cost -> cost < Double.POSITIVE_INFINITY)
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The name of this row in a table. */
    public String id(String table) {
        return Rows.id(table, contender.codec(), contender.extras());
    }

    /** How many times the cost at {@code one} the cost at {@code other} is. */
    public Judgement judge(Findings findings, long other, long one) {
        Score at = at(one);
        Score from = at(other);
        return at == null || from == null
                ? Judgement.NONE
                : at.over(from, findings.delta(at.cell().benchmark()));
    }
}
