package dev.pipemark.capability;

import org.jspecify.annotations.Nullable;

/** Compares two values by their descriptions: neither needs an {@code equals} of its own. */
public final class Alike {
    private Alike() {}

    /**
     * What differs between a value and what arrived, by its paths; empty where the content is the same, in whatever classes.
     *
     * @param name by which the paths begin: {@code order} for {@code order.lines[3]}
     */
    public static String difference(String name, Object sent, @Nullable Object arrived) {
        Arrival arrival = Arrival.of(Describer.describe(name, sent), Describer.describe(name, arrived));
        return arrival.outcome().carries() ? "" : arrival.detail();
    }
}
