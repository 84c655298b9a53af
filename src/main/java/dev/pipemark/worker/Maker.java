package dev.pipemark.worker;

import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates the values of a payload and compares them. An exception of the payload becomes a {@link PayloadException}, so
 * that reports do not blame the codec.
 *
 * @param provider the class that lists the payload
 * @param <T> the declared type of the values
 */
public record Maker<T>(Payload<T> payload, String provider) {
    /** Returns the maker for a payload of the catalog. */
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

    /** Whether replies have the same shape as the values. */
    public boolean repliesAlike() {
        return reply().equals(shape());
    }

    /** The size of a value, if the payload states it. */
    public OptionalLong valueBytes() {
        return told("valueBytes()", payload::valueBytes);
    }

    /** Creates the value of a seed. */
    public T create(long seed) {
        String method = "create(" + seed + ")";
        T made = told(method, () -> payload.create(seed));
        if (made == null) {
            throw new PayloadException(method + " of " + called() + " returned null");
        }
        return made;
    }

    /**
     * Describes the difference between the value of a seed and the received value. Empty if there is none. Throws a
     * {@link PayloadException} if the payload no longer creates the same value from the seed.
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
     * Describes the difference between a reply and the result of {@link Payload#use} for the value of a seed.
     *
     * @param argument the argument that the value was used with
     * @throws Exception the exception of {@code use} in this process
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
            throw new PayloadException("use() of " + called() + " returns a different result each time for create("
                    + seed + ") and " + argument);
        }
        return Optional.of("the reply: " + difference);
    }

    /** Describes the difference between a value and the value created again from its seed. Empty if there is none. */
    public Optional<String> differenceAgain(long seed, T first) {
        T again = create(seed);
        return same(first, again)
                ? Optional.empty()
                : Optional.of("same(create(" + seed + "), create(" + seed + ")) of " + called()
                        + " is false in one process: " + twice(first, again));
    }

    /**
     * Creates the value of a seed twice, uses both, and describes the difference between the two results.
     *
     * @throws Exception the exception of {@code use}
     */
    public Optional<String> useDifference(long seed) throws Exception {
        return replyDifference(seed, seed, payload.use(create(seed), seed));
    }

    /** Whether {@code same} is true for the values of two seeds. It counts as false if it throws. */
    public boolean takes(long seed, long another) {
        T arrived = create(seed);
        try {
            return same(create(another), arrived);
        } catch (PayloadException e) {
            return false;
        }
    }

    /**
     * Creates the value of a seed again and compares.
     *
     * @throws PayloadException if it is not the same as {@code first}
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
                    "same()",
                    e,
                    "; it compared the sent with the received value: " + Difference.between(sent, arrived));
        }
    }

    private <R> R told(String method, Supplier<R> asked) {
        try {
            return asked.get();
        } catch (Throwable e) {
            throw failure(method, e, "");
        }
    }

    /** Casts a reply to the type of the values. The caller has checked that replies have the same shape. */
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
            throw failure("equals() of the result of use()", e, "");
        }
    }

    private PayloadException failure(String method, Throwable thrown, String more) {
        String error = Refusal.of(Refusal.Stage.PAYLOAD, thrown).error();
        return new PayloadException(method + " of " + called() + " threw " + error + more, thrown);
    }
}
