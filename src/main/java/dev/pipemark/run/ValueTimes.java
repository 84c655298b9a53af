package dev.pipemark.run;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Benchmark.Work;
import dev.pipemark.record.Carrying;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Making;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PayloadFacts;
import java.util.Map;

/**
 * The planned times that forks and trials spend on the values of one payload, in seconds. They follow from times that the probe
 * has measured. The {@link TimeModel} adds them to its constants, which are times of forks with small values.
 *
 * @param making the time that it takes to make the values
 * @param carrying the times of the codecs that carried them
 */
record ValueTimes(Making making, Carrying carrying) {
    /** The times of a payload that was not measured. The constants include them. */
    static final ValueTimes NONE = new ValueTimes(new Making(0, 0), new Carrying(0, Map.of()));

    /** The number of values that the check of a payload and the computation of its digest make. */
    static final int PAYLOAD_VALUES = 80;

    /** The number of values that the trial of a pair makes. */
    static final int PAIR_VALUES = 60;

    /**
     * The number of comparisons in the check of a payload: the first 8 values are compared twice in one process, and once in
     * another.
     */
    private static final int PAYLOAD_COMPARISONS = 24;

    /** The time in which the check of a payload compares further values twice each, in seconds. */
    private static final double SPARE = 1;

    /** The number of comparisons in the trial of a pair: 8 values are compared in both workers. */
    private static final int PAIR_COMPARISONS = 16;

    /** The number of messages in the trial of a pair: 8 values travel there and back, and the sizes of 64 values are taken. */
    private static final int PAIR_MESSAGES = 80;

    /** The longest check of the values of a fork, in seconds. After this time it checks no further value. */
    private static final double LONGEST_CHECK = 10;

    /** The time of code that has just been loaded, relative to the time of the same code after the first values. */
    private static final double COLD = 2.5;

    /** The time in which most libraries open a coder for a class with some ten fields, in seconds. The constants include it. */
    private static final double OPENING = 0.2;

    static ValueTimes of(PayloadFacts payload) {
        Making making = payload.making();
        Carrying carrying = payload.carrying();
        return new ValueTimes(making == null ? NONE.making : making, carrying == null ? NONE.carrying : carrying);
    }

    /** Returns the number of values in the ring that a fork keeps for all its turns, or 0 if it fills its ring before each turn. */
    int keptRing(Timing timing) {
        return making.exceeds(timing.iterationMillis()) ? making.kept() : 0;
    }

    /**
     * Returns the time that a fork of a cell spends on values.
     *
     * <ul>
     *   <li>A fork fills its ring at the start. If it does not keep the ring, it fills it again before each iteration.
     *   <li>Each of its processes opens a coder.
     *   <li>Before each iteration, it sends the whole ring once, and as many messages of a stream as may be in flight.
     *   <li>After the measurement it checks each value of the ring. It makes the value again, sends it, and compares it with the
     *       one that arrives. If there is a worker, both processes make and compare the value. The worker has made no value
     *       before. A stream is checked in pairs of values.
     * </ul>
     */
    double fork(Cell cell, Work work, Timing timing) {
        int kept = keptRing(timing);
        int ring = kept > 0 ? kept : making.ring();
        int iterations = timing.warmups() + timing.iterations();
        boolean alone = work == Work.CODER;
        boolean stream = cell.benchmark().equals(Benchmark.STREAM.id());
        int checked = (stream ? 2 : 1) * ring;
        int processes = alone ? 1 : 2;
        Carrying.Coder coder = coder(cell.codec());
        double values =
                making.seconds() * (ring * (COLD + (kept > 0 ? 0 : iterations)) + checked * (alone ? 1 : COLD + 1));
        double inFlight = stream ? number(cell, Parameter.WINDOW, 0) : 0;
        double checks = checked * processes * (coder.message() + COLD * carrying.comparing());
        return values
                + processes * opening(coder)
                + iterations * (ring + inFlight) * coder.message()
                + Math.min(LONGEST_CHECK, checks);
    }

    /** Returns the time to check the payload, before any codec is tried with it. */
    double check() {
        return making.seconds() * PAYLOAD_VALUES
                + carrying.comparing() * PAYLOAD_COMPARISONS * COLD
                + Math.min(SPARE, 2 * PAYLOAD_VALUES * carrying.comparing());
    }

    /** Returns the time to try a codec with the payload. Its two workers open their coders one after the other. */
    double trial(String codec) {
        Carrying.Coder coder = coder(codec);
        return making.seconds() * PAIR_VALUES
                + 2 * opening(coder)
                + carrying.comparing() * PAIR_COMPARISONS * COLD
                + coder.message() * PAIR_MESSAGES;
    }

    /**
     * Returns the value of a numeric parameter, or {@code otherwise} if the value is not a number. In the second case the fork
     * will fail with a message.
     */
    static int number(Cell cell, Parameter parameter, int otherwise) {
        try {
            return Integer.parseInt(parameter.of(cell));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private Carrying.Coder coder(String codec) {
        return carrying.of(Arm.base(codec));
    }

    private static double opening(Carrying.Coder coder) {
        return Math.max(0, coder.opening() - OPENING);
    }
}
