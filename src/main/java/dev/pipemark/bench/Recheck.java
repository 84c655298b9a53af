package dev.pipemark.bench;

import dev.pipemark.worker.PayloadException;
import java.util.Optional;

/**
 * Checks the values of the ring again when everything is measured, with the coders that were measured: a codec may be
 * right for its first values and wrong for later ones. No clock runs any more.
 */
public final class Recheck {
    /** The ring is walked again until so many values are checked: an error need not come with each walk. */
    private static final int VALUES = 4_096;

    /** Behind the first walk there are others only as long as it has taken no longer than this. */
    private static final long SPARE_NANOS = 300_000_000;

    private Recheck() {}

    /** Sends one value of the ring the way that was measured. */
    public interface Way {
        /** What differs when it has arrived, in words; empty where nothing does. */
        Optional<String> difference(int index) throws Exception;
    }

    /**
     * Sends all values of the ring once more, some of them several times.
     *
     * @throws WrongValueException when one arrives as something else, or does not arrive
     */
    public static void ring(Subject subject, Way way) throws WrongValueException {
        long begun = System.nanoTime();
        int checked = 0;
        while (checked < subject.ringLength() || checked < VALUES && System.nanoTime() - begun < SPARE_NANOS) {
            value(subject, checked % subject.ringLength(), way);
            checked++;
        }
    }

    /** Sends one value, likewise. */
    static void value(Subject subject, int index, Way way) throws WrongValueException {
        Optional<String> difference;
        try {
            difference = way.difference(index);
        } catch (PayloadException e) {
            throw e;
        } catch (Exception e) {
            throw new WrongValueException(where(subject, index) + " did not arrive", e);
        }
        if (difference.isPresent()) {
            throw new WrongValueException(where(subject, index) + " arrives different: " + difference.get());
        }
    }

    private static String where(Subject subject, int index) {
        return "checked again behind the measured part, the value of seed " + subject.seed(index) + " (index " + index
                + " of the ring)";
    }
}
