package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the forks of a run are made, as it was planned: what is needed, beside the cells, to go on with a run and to write
 * its report again. A run is read by this and not by its command line, whose options may be renamed.
 *
 * @param jmh the options that are JMH's, as its own parser takes them
 * @param times of the iterations in a fork, what the user asked for included
 * @param order in which forks run: {@code interleaved}, or another that {@code --order} takes
 * @param pin where the two processes are placed: {@code auto}, {@code same} or {@code none}
 * @param userJars jars with codecs and payloads beside the suite's
 * @param arms in which codecs run beside themselves
 * @param budgetSeconds wall time after which no fork is started; {@code null} for none
 * @param deadlineSeconds how long an answer of a worker may take, beside what its size allows for; {@code null} for the
 *     suite's own limit
 * @param until how small a difference, as a fraction, the headline tables are to resolve; they get further rounds until
 *     they do. {@code null} where the planned rounds are all
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double until) {
    /**
     * The most rounds that a table gets for {@link #until}. Twice the resolution takes four times the rounds: beyond so many,
     * a quieter machine is the better answer.
     */
    public static final int MOST_ROUNDS = 30;

    /** Of what was not run by this suite. */
    public static final RunPlan NONE =
            new RunPlan(List.of(), new Times(0, 0, 0, 0, 0), "interleaved", "auto", List.of(), List.of(), null, null);

    public RunPlan {
        jmh = List.copyOf(jmh);
        userJars = List.copyOf(userJars);
        arms = List.copyOf(arms);
    }

    /** Without further rounds. */
    public RunPlan(
            List<String> jmh,
            Times times,
            String order,
            String pin,
            List<String> userJars,
            List<Arm> arms,
            @Nullable Double budgetSeconds,
            @Nullable Double deadlineSeconds) {
        this(jmh, times, order, pin, userJars, arms, budgetSeconds, deadlineSeconds, null);
    }

    /** The same with other limits. */
    public RunPlan with(@Nullable Double budget, @Nullable Double goal) {
        return new RunPlan(jmh, times, order, pin, userJars, arms, budget, deadlineSeconds, goal);
    }

    /**
     * Iterations of one fork; times are in milliseconds.
     *
     * @param settleMillis at most so long the fork warms up before JMH's own warm-up
     */
    public record Times(long settleMillis, int warmups, long warmupMillis, int iterations, long iterationMillis) {}
}
