package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan for the forks of a run. With the cells it is sufficient to resume a run and to write its report again.
 * Commands read this plan and not the command line of the run, whose options may be renamed.
 *
 * @param jmh JMH's own options, for its own parser
 * @param times the times of the iterations in a fork, with the user's choices
 * @param order the order of forks: {@code interleaved}, or another value of {@code --order}
 * @param pin the placement of the two processes: {@code auto}, {@code same} or {@code none}
 * @param userJars the jars with the user's codecs and payloads
 * @param arms the arms of the run
 * @param budgetSeconds the wall time after which no fork is started; {@code null} for none
 * @param deadlineSeconds the longest time for an answer of a worker, without the time for its size; {@code null} for the
 *     suite's own limit
 * @param until the difference that the headline tables must resolve, as a fraction. They get further rounds until they
 *     do; {@code null} if there are only the planned rounds
 * @param sittingForks the most forks that take turns at the same time; {@code null} for the suite's own limit
 * @param turnIterations the number of iterations that a fork measures in one turn; {@code null} for one
 */
public record RunPlan(
        List<String> jmh,
        Times times,
        String order,
        String pin,
        List<String> userJars,
        List<Arm> arms,
        @Nullable Double budgetSeconds,
        @Nullable Double deadlineSeconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double until,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer sittingForks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer turnIterations) {
    /**
     * The maximum number of rounds that a table gets for {@link #until}. To resolve half the difference takes four times as
     * many rounds. If this number is not enough, a quieter machine helps more.
     */
    public static final int MOST_ROUNDS = 30;

    /** The plan of a run that is not this suite's. */
    public static final RunPlan NONE =
            new RunPlan(List.of(), new Times(0, 0, 0, 0, 0), "interleaved", "auto", List.of(), List.of(), null, null);

    public RunPlan {
        jmh = List.copyOf(jmh);
        userJars = List.copyOf(userJars);
        arms = List.copyOf(arms);
    }

    /** Makes a plan without further rounds. */
    public RunPlan(
            List<String> jmh,
            Times times,
            String order,
            String pin,
            List<String> userJars,
            List<Arm> arms,
            @Nullable Double budgetSeconds,
            @Nullable Double deadlineSeconds) {
        this(jmh, times, order, pin, userJars, arms, budgetSeconds, deadlineSeconds, null, null, null);
    }

    /** Returns the same plan with other limits. */
    public RunPlan with(@Nullable Double budget, @Nullable Double goal) {
        return new RunPlan(
                jmh, times, order, pin, userJars, arms, budget, deadlineSeconds, goal, sittingForks, turnIterations);
    }

    /**
     * The iterations of one fork. Times are in milliseconds.
     *
     * @param settleMillis the longest warm-up of the fork before JMH's own warm-up
     */
    public record Times(long settleMillis, int warmups, long warmupMillis, int iterations, long iterationMillis) {}
}
