package dev.pipemark.run;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** A score from the journal as a result of JMH. Scores of iterations and forks are averaged, as JMH does. */
final class RecordedScore extends Result<RecordedScore> {
    private static final long serialVersionUID = 1L;

    RecordedScore(ResultRole role, String label, double score, String unit) {
        this(role, label, of(score), unit);
    }

    private RecordedScore(ResultRole role, String label, Statistics statistics, String unit) {
        super(role, label, statistics, unit, AggregationPolicy.AVG);
    }

    @Override
    protected Aggregator<RecordedScore> getThreadAggregator() {
        return RecordedScore::together;
    }

    @Override
    protected Aggregator<RecordedScore> getIterationAggregator() {
        return RecordedScore::together;
    }

    private static RecordedScore together(Collection<RecordedScore> scores) {
        ListStatistics all = new ListStatistics();
        scores.forEach(score -> all.addValue(score.getScore()));
        RecordedScore first = scores.iterator().next();
        return new RecordedScore(first.role, first.label, all, first.unit);
    }
}
