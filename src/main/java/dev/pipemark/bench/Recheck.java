package dev.pipemark.bench;

import dev.pipemark.worker.PayloadException;
import java.io.IOException;
import java.util.Optional;

/**
 * Checks the values of the ring again when everything is measured, with the coders that were measured: a codec may be
 * right for its first values and wrong for later ones. No clock runs any more.
 */
public final class Recheck {
    /** The ring is walked again until so many values are checked: an error need not come with each walk. */
    private static final int VALUES = 4_096;

    /** No further walk begins after this time. */
    private static final long SPARE_NANOS = 300_000_000;

    /** No further value is sent after this time: the values may be large, and a fork has its limit. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private Recheck() {}

    /** Sends one value of the ring the way that was measured. */
    public interface Way {
        /** What differs when it has arrived, in words; empty where nothing does. */
        Optional<String> difference(int index) throws Exception;
    }

    /**
     * Sends all values of the ring once more, some of them several times, as long as there is time. How many it were is
     * noted.
     *
     * @throws WrongValueException when one arrives as something else, or does not arrive
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

    /** Sends one value, likewise. */
    static void value(Subject subject, int index, Way way) throws WrongValueException {
        try {
            check(subject, index, way);
        } catch (WrongValueException | RuntimeException e) {
            try {
                // JMH tears nothing down behind a failure.
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
            throw new IllegalStateException(where(subject, index) + " did not find room: " + e, e);
        } catch (Exception | Error e) {
            throw new WrongValueException(where(subject, index) + " did not arrive", e);
        }
        if (difference.isPresent()) {
            requireUnchanged(subject, index);
            throw new WrongValueException(where(subject, index) + " arrives different: " + difference.get());
        }
    }

    /** A value that is no longer what its seed makes has been changed by the codec, or is made anew by the payload. */
    private static void requireUnchanged(Subject subject, int index) {
        subject.difference(index, subject.value(index)).ifPresent(changed -> {
            throw new IllegalStateException(where(subject, index) + " is no longer what create(" + subject.seed(index)
                    + ") of " + subject.payload.id()
                    + " makes: the codec has changed the value that it was given, or the payload makes another one: "
                    + changed);
        });
    }

    private static String where(Subject subject, int index) {
        return "checked again behind the measured part, the value of seed " + subject.seed(index) + " (index " + index
                + " of the ring)";
    }
}
