package dev.pipemark.bench;

import dev.pipemark.worker.PayloadException;
import java.io.IOException;
import java.util.Optional;

/**
 * Checks the values of the ring again after the last measurement, with the measured coders. A codec may be right for its
 * first values and wrong for later ones. The check is not timed.
 */
public final class Recheck {
    /** The number of checks. Small rings are checked several times, because an error may not occur in each pass. */
    private static final int VALUES = 4_096;

    /** After this time, no value is checked a second time. */
    private static final long SPARE_NANOS = 300_000_000;

    /** After this time, no further value is sent. Values may be large, and the time of a fork is limited. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private Recheck() {}

    /** The measured way of sending a value. */
    public interface Way {
        /** Sends a value of the ring. Returns the difference after its arrival in words, or empty if it is equal. */
        Optional<String> difference(int index) throws Exception;
    }

    /**
     * Sends all values of the ring once more, and several times if there is time. Records the number of checks.
     *
     * @throws WrongValueException if a value arrives different, or does not arrive
     */
    public static void ring(Subject subject, Way way) throws WrongValueException {
        long begun = System.nanoTime();
        int checked = 0;
        long taken = 0;
        while (checked == 0
                || checked < subject.ringLength() && taken < MOST_NANOS
                || checked < VALUES && taken < SPARE_NANOS) {
            value(subject, checked % subject.ringLength(), way);
            checked++;
            taken = System.nanoTime() - begun;
        }
        subject.checked(checked);
    }

    /** Checks one value of the ring in the same way. */
    static void value(Subject subject, int index, Way way) throws WrongValueException {
        try {
            check(subject, index, way);
        } catch (WrongValueException | RuntimeException e) {
            try {
                // JMH calls no tear-down after a failure.
                subject.keepNote();
            } catch (IOException unwritten) {
                e.addSuppressed(unwritten);
            }
            throw e;
        }
    }

    private static void check(Subject subject, int index, Way way) throws WrongValueException {
        Optional<String> difference;
        try {
            difference = way.difference(index);
        } catch (PayloadException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException(where(subject, index) + " did not fit into memory: " + e, e);
        } catch (Exception | Error e) {
            throw new WrongValueException(where(subject, index) + " did not arrive", e);
        }
        if (difference.isPresent()) {
            requireUnchanged(subject, index);
            throw new WrongValueException(where(subject, index) + " arrives different: " + difference.get());
        }
    }

    /** Requires that the value still equals the value of its seed. Otherwise, the codec or the payload is at fault. */
    private static void requireUnchanged(Subject subject, int index) {
        subject.difference(index, subject.value(index)).ifPresent(changed -> {
            throw new IllegalStateException(where(subject, index) + " no longer equals the value that create("
                    + subject.seed(index) + ") of " + subject.payload.id()
                    + " makes. The codec has changed the value that it encoded, or the payload makes another one: "
                    + changed);
        });
    }

    private static String where(Subject subject, int index) {
        return "in the check after the measurement, the value of seed " + subject.seed(index) + " (index " + index
                + " of the ring)";
    }
}
