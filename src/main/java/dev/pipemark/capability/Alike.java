package dev.pipemark.capability;

import org.jspecify.annotations.Nullable;

/** Compares two values by their descriptions, so that their classes need no {@code equals}. */
public final class Alike {
    private Alike() {}

    /**
     * Returns the differences between the sent and the received value, with their paths. Empty if the content is the same,
     * even in other classes.
     *
     * @param name the beginning of the paths: {@code order} for {@code order.lines[3]}
     */
    public static String difference(String name, Object sent, @Nullable Object arrived) {
        Arrival arrival = Arrival.of(Describer.describe(name, sent), Describer.describe(name, arrived));
        return arrival.outcome().carries() ? "" : arrival.detail();
    }
}
