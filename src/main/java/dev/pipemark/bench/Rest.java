package dev.pipemark.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the compilers are at rest, from their CPU time. They are quiet if they used little of the time since a few
 * looks ago. One look is too short for this decision, because Linux counts the CPU time of a process in ticks of 10 ms.
 *
 * <p>Quiet compilers may still have work to come. HotSpot compiles a method for the last time after some thousand calls.
 * Before that, a method with one call for each message causes no work. The compilers are therefore at rest only after many
 * quiet messages. A message that takes long makes many calls. With such messages, a quiet time is enough.
 */
final class Rest {
    /** The share of the time that quiet compilers may use. The collector and the clocks use less. */
    private static final double QUIET_SHARE = 0.15;

    /** The number of spans between looks that one decision covers. */
    private static final int SPANS = 3;

    /** This is more than HotSpot's {@code Tier4InvocationThreshold}, which is 5,000. */
    private static final long QUIET_MESSAGES = 6_000;

    private static final long QUIET_NANOS = 2_000_000_000;

    private final Deque<Look> looks = new ArrayDeque<>();

    /** The look at which the present quiet began, or {@code null} if the compilers are not quiet. */
    private @Nullable Look quiet;

    /**
     * Adds a look and returns the state of the compilers.
     *
     * @param now the time, in ns
     * @param busy the CPU time so far of everything that is not measured, in ns
     * @param messages the number of messages so far
     */
    State look(long now, long busy, long messages) {
        looks.addLast(new Look(now, busy, messages));
        if (looks.size() <= SPANS) {
            return State.BUSY;
        }
        Look earlier = looks.removeFirst();
        if (busy - earlier.busy >= QUIET_SHARE * (now - earlier.now)) {
            quiet = null;
            return State.BUSY;
        }
        if (quiet == null) {
            quiet = earlier;
        }
        return messages - quiet.messages >= QUIET_MESSAGES || now - quiet.now >= QUIET_NANOS
                ? State.RESTING
                : State.QUIET;
    }

    /** The state of the compilers, from the best to the worst. */
    enum State {
        /** They have nothing left to do. */
        RESTING,
        /** They do nothing now, but further messages may give them work. */
        QUIET,
        /** They work. */
        BUSY
    }

    private record Look(long now, long busy, long messages) {}
}
