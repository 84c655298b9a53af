package dev.pipemark.worker;

import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the values of a payload and compares them. What the payload throws meanwhile becomes a {@link PayloadException}, so
 * that it is never told as the codec's.
 *
 * @param provider the class that lists the payload
 * @param <T> the declared type of the values
 */
public record Maker<T>(Payload<T> payload, String provider) {
    /** For a payload of a catalogue, by its id. */
    public static Maker<?> of(Catalog catalog, String id) {
        return new Maker<>(catalog.payload(id), catalog.provider(id));
    }

    /** The shape of the values. */
    public Shape<T> shape() {
        return told("shape()", payload::shape);
    }

    /** The shape of the replies. */
    public Shape<?> reply() {
        return told("reply()", payload::reply);
    }

    /** Whether a reply is of the values' own shape. */
    public boolean repliesAlike() {
        return reply().equals(shape());
    }

    /** Makes the value of a seed. */
    public T create(long seed) {
        String method = "create(" + seed + ")";
        T made = told(method, () -> payload.create(seed));
        if (made == null) {
            throw new PayloadException(method + " of " + called() + " returned null");
        }
        return made;
    }

    /**
     * What differs between the value of a seed and what arrived, in words; empty where they are the same. A payload that
     * does not make the value alike any more is told apart from a value that arrived different.
     */
    public Optional<String> difference(long seed, @Nullable Object arrived) {
        T sent = create(seed);
        if (same(sent, arrived)) {
            return Optional.empty();
        }
        String difference = told(sent, arrived);
        requireSame(seed, sent);
        return Optional.of(difference);
    }

    /**
     * The same for a reply: what {@link Payload#use} returns for the value of a seed.
     *
     * @param argument the value was used with
     * @throws Exception what using the value threw, in this process
     */
    public Optional<String> replyDifference(long seed, long argument, @Nullable Object arrived) throws Exception {
        Object expected = payload.use(create(seed), argument);
        if (alike(expected, arrived)) {
            return Optional.empty();
        }
        String difference = repliesAlike() && expected != null
                ? told(value(expected), arrived)
                : Difference.between(expected, arrived);
        T again = create(seed);
        requireSame(seed, again);
        if (!alike(payload.use(again, argument), expected)) {
            throw new PayloadException("use() of " + called() + " returns something else each time, given create("
                    + seed + ") and " + argument);
        }
        return Optional.of("the reply: " + difference);
    }

    /** What differs between a value and the value that is made again of its seed, in words. Empty where nothing does. */
    public Optional<String> differenceAgain(long seed, T first) {
        T again = create(seed);
        return same(first, again)
                ? Optional.empty()
                : Optional.of("same(create(" + seed + "), create(" + seed + ")) of " + called()
                        + " is false in one process: " + twice(first, again));
    }

    /**
     * Uses a value of a seed, and another one that is made of it: what differs between the results, in words.
     *
     * @throws Exception what using the value threw
     */
    public Optional<String> useDifference(long seed) throws Exception {
        return replyDifference(seed, seed, payload.use(create(seed), seed));
    }

    /**
     * Makes the value of a seed again.
     *
     * @throws PayloadException when it is not the same as this one
     */
    private void requireSame(long seed, T first) {
        differenceAgain(seed, first).ifPresent(fault -> {
            throw new PayloadException(fault);
        });
    }

    private boolean same(T sent, @Nullable Object arrived) {
        try {
            return payload.same(sent, arrived);
        } catch (Throwable e) {
            throw failure(
                    "same()", e, "; it compared what was sent with what arrived: " + Difference.between(sent, arrived));
        }
    }

    private <R> R told(String method, Supplier<R> asked) {
        try {
            return asked.get();
        } catch (Throwable e) {
            throw failure(method, e, "");
        }
    }

    /** A reply where replies are alike. */
    @SuppressWarnings("unchecked") // of the values' own shape
    private T value(Object reply) {
        return (T) reply;
    }

    private String told(T sent, @Nullable Object arrived) {
        String own = told("difference()", () -> payload.difference(sent, arrived));
        return own.isEmpty() ? Difference.between(sent, arrived) : own;
    }

    private String twice(T first, T again) {
        String own = told("difference()", () -> payload.difference(first, again));
        return own.isEmpty() ? Difference.twice(first, again) : own;
    }

    private String called() {
        return payload.id() + " (provider " + provider + ")";
    }

    private boolean alike(@Nullable Object expected, @Nullable Object arrived) {
        if (repliesAlike() && expected != null) {
            return same(value(expected), arrived);
        }
        try {
            return Objects.deepEquals(expected, arrived);
        } catch (Throwable e) {
            throw failure("equals of what use() returned", e, "");
        }
    }

    private PayloadException failure(String method, Throwable thrown, String more) {
        String error = Refusal.of(Refusal.Stage.PAYLOAD, thrown).error();
        return new PayloadException(method + " of " + called() + " threw " + error + more, thrown);
    }
}
