package dev.pipemark.capability;

import org.jspecify.annotations.Nullable;

/** Compares two values by their descriptions: neither needs an {@code equals} of its own. */
public final class Alike {
    private Alike() {}

    /**
     * Describes how a received value differs from the sent one, with the path of each difference. Empty if both have
     * the same content, whatever their classes.
     *
     * @param name the beginning of the paths, such as {@code order} for {@code order.lines[3]}
     */
    public static String difference(String name, Object sent, @Nullable Object arrived) {
        Arrival arrival = Arrival.of(Describer.describe(name, sent), Describer.describe(name, arrived));
        return arrival.outcome().carries() ? "" : arrival.detail();
    }
}
