package dev.pipemark.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Tells from looks at a clock of CPU time when the compilers have come to rest: over the last few looks together they used
 * little of the time. Not look by look, since Linux counts a process's CPU time in ticks of 10 ms, which is a good part of
 * what one look may show.
 *
 * <p>Quiet alone is no rest. HotSpot compiles a method for good after it has been called some thousand times, and one that
 * is called once a message is in between as quiet as it will be ever after: so many messages have to pass quietly as
 * well, or, where a message takes so long that the calls within it matter more, so much time.
 */
final class Rest {
    /** Of the time; the collector and the clocks themselves account for less. */
    private static final double QUIET_SHARE = 0.15;

    /** Spans between looks that have to be quiet together. */
    private static final int SPANS = 3;

    /** Somewhat more than HotSpot's {@code Tier4InvocationThreshold}, which is 5,000. */
    private static final long QUIET_MESSAGES = 6_000;

    private static final long QUIET_NANOS = 2_000_000_000;

    private final Deque<Look> looks = new ArrayDeque<>();

    /** Where the present quiet began; {@code null} when it is not quiet. */
    private @Nullable Look quiet;

    /**
     * @param now the time, ns
     * @param busy CPU time so far of everything that is not measured, ns
     * @param messages messages so far
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

    /** How it stands with the compilers, from what is wished for to what is not. */
    enum State {
        RESTING,
        /** They do nothing, and have not for so few messages that they may only be waiting for more. */
        QUIET,
        BUSY
    }

    private record Look(long now, long busy, long messages) {}
}
