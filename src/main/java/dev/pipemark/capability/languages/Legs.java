package dev.pipemark.capability.languages;

import dev.pipemark.capability.Arrival;
import dev.pipemark.capability.Texts;
import dev.pipemark.record.Leg;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.WorkerException;
import java.io.IOException;
import java.util.List;

/** Turns the answers and failures of both sides into outcomes. */
final class Legs {
    private static final List<String> STACK = List.of("StackOverflowError", "RecursionError");
    private static final List<String> MEMORY = List.of("OutOfMemoryError", "MemoryError", "bad_alloc");
    /** The words before the last lines that a worker wrote to stderr before it ended. */
    private static final String LAST_WORDS = "its last words on stderr: ";

    private Legs() {}

    static Leg arrived(Arrival arrival) {
        return new Leg(arrival.outcome(), Texts.line(arrival.detail()));
    }

    /**
     * Returns the outcome of a side that did not answer.
     *
     * @param side the name of the side, which begins the reason
     */
    static Leg failed(String side, IOException failure) {
        if (failure instanceof WorkerException.Refused refused) {
            return refused(side, refused.refusal());
        }
        return new Leg(
                failure instanceof WorkerException.Hung ? ValueOutcome.HANG : ValueOutcome.DIED,
                side + ": " + line(failure));
    }

    private static Leg refused(String side, Refusal refusal) {
        String detail = side + ": " + Texts.line(refusal.error());
        return switch (refusal.stage()) {
            case OPEN, ENCODE, ENCODE_REPLY -> new Leg(exhausted(refusal, ValueOutcome.REFUSED_ON_ENCODE), detail);
            case DECODE, DECODE_REPLY, FUNCTION -> new Leg(exhausted(refusal, ValueOutcome.REFUSED_ON_DECODE), detail);
            // The fault is in neither library.
            case USE, PAYLOAD, PROTOCOL -> Leg.untried(detail);
        };
    }

    private static ValueOutcome exhausted(Refusal refusal, ValueOutcome otherwise) {
        if (STACK.stream().anyMatch(refusal.error()::contains)) {
            return ValueOutcome.STACK_OVERFLOW;
        }
        return MEMORY.stream().anyMatch(refusal.error()::contains) ? ValueOutcome.OUT_OF_MEMORY : otherwise;
    }

    /** Returns the reason why a program cannot serve: the lines that it wrote to stderr, if there are any. */
    static String reason(IOException failure) {
        String line = line(failure);
        int own = line.indexOf(LAST_WORDS);
        return own < 0 ? line : line.substring(own + LAST_WORDS.length());
    }

    private static String line(IOException failure) {
        return Texts.line(String.valueOf(failure.getMessage()));
    }
}
