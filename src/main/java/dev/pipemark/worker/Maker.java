package dev.pipemark.worker;

import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import java.util.Objects;
import java.util.Optional;
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

    /** Makes the value of a seed. */
    public T create(long seed) {
        try {
            return payload.create(seed);
        } catch (Throwable e) {
            throw failure("create(" + seed + ")", e, "");
        }
    }

    /** What differs between the value of a seed and what arrived, in words; empty where they are the same. */
    public Optional<String> difference(long seed, @Nullable Object arrived) {
        return difference(create(seed), arrived);
    }

    /**
     * The same for a reply: what {@link Payload#use} returns for the value of a seed.
     *
     * @param argument the value was used with
     * @throws Exception what using the value threw, in this process
     */
    public Optional<String> replyDifference(long seed, long argument, @Nullable Object arrived) throws Exception {
        T sent = create(seed);
        if (payload.reply().equals(payload.shape())) {
            return difference(sent, arrived).map(Maker::ofReply);
        }
        Object expected = payload.use(sent, argument);
        return alike(expected, arrived)
                ? Optional.empty()
                : Optional.of(ofReply(Difference.between(expected, arrived)));
    }

    /**
     * Makes the value of a seed again and uses it: what differs from the value that was made first, in words. Empty where
     * nothing does.
     *
     * @throws Exception what using the value threw
     */
    public Optional<String> differenceAgain(long seed, T first) throws Exception {
        T again = create(seed);
        return same(first, again)
                ? replyDifference(seed, seed, payload.use(again, seed))
                : Optional.of("same(create(" + seed + "), create(" + seed + ")) of " + called()
                        + " is false in one process: " + Difference.twice(first, again));
    }

    private boolean same(T sent, @Nullable Object arrived) {
        try {
            return payload.same(sent, arrived);
        } catch (Throwable e) {
            throw failure(
                    "same()", e, "; it compared what was sent with what arrived: " + Difference.between(sent, arrived));
        }
    }

    private String called() {
        return payload.id() + " (provider " + provider + ")";
    }

    private Optional<String> difference(T sent, @Nullable Object arrived) {
        return same(sent, arrived) ? Optional.empty() : Optional.of(Difference.between(sent, arrived));
    }

    private boolean alike(@Nullable Object expected, @Nullable Object arrived) {
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

    private static String ofReply(String difference) {
        return "the reply: " + difference;
    }
}
