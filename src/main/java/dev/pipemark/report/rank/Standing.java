package dev.pipemark.report.rank;

import dev.pipemark.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How some codecs stand on one payload by one measure.
 *
 * @param ordered whether there is an order: a single codec, exact amounts, or at least two codecs with forks enough
 * @param entries at least one, lowest cost first
 */
public record Standing(Measure measure, String payload, boolean ordered, List<Entry> entries) {
    /** How a codec stands to the best of the standing. */
    public enum Place {
        BEST,
        /** The difference is known to be too small to count. */
        TIED,
        /** Not distinguishable from the best: the interval of the factor reaches over 1. */
        OPEN,
        /** As {@link #OPEN}, but with so wide an interval that nothing can be said at all. */
        VAGUE,
        SLOWER,
        /** Too few forks, or a measure that is not judged. */
        UNJUDGED
    }

    /**
     * @param amount in operations per second, nanoseconds or bytes; without an interval where forks are too few
     * @param times how many times the best's cost, with the interval that its place was read off; unknown where too few
     *     forks came out below the best
     */
    public record Entry(String codec, Estimate amount, Estimate times, Place place) {}

    public Standing {
        entries = List.copyOf(entries);
    }

    public Entry best() {
        return entries.stream()
                .filter(entry -> entry.place == Place.BEST)
                .findFirst()
                .orElse(entries.get(0));
    }

    /** The best, and the codecs that are tied with it or not distinguishable from it; empty without an order. */
    public List<Entry> front() {
        if (!ordered) {
            return List.of();
        }
        Entry best = best();
        List<Entry> others = entries.stream()
                .filter(entry -> entry.place == Place.TIED || entry.place == Place.OPEN)
                .toList();
        return Stream.concat(Stream.of(best), others.stream()).toList();
    }

    /** The nearest codec that is slower than the best beyond doubt. */
    public Optional<Entry> next() {
        return entries.stream().filter(entry -> entry.place == Place.SLOWER).findFirst();
    }
}
