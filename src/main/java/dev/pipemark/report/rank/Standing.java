package dev.pipemark.report.rank;

import dev.pipemark.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of some codecs on one payload by one measure.
 *
 * @param ordered whether there is an order: a single codec, exact amounts, or at least two codecs with enough forks
 * @param entries at least one, lowest cost first
 */
public record Standing(Measure measure, String payload, boolean ordered, List<Entry> entries) {
    /** How a codec compares with the best of the standing. */
    public enum Place {
        BEST,
        /** The difference is certainly below the margin of a tie. */
        TIED,
        /** Not distinguishable from the best: the interval of the factor contains 1. */
        OPEN,
        /** Like {@link #OPEN}, but the interval is so wide that it says nothing. */
        VAGUE,
        SLOWER,
        /** Too few forks, or a measure that is not judged. */
        UNJUDGED
    }

    /**
     * @param amount in operations per second, nanoseconds or bytes; without an interval if there are too few forks
     * @param times the cost over that of the best, with the interval that decides its place; unknown if it cost less than
     *     the best but has too few forks to be the best
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

    /** Returns the entry of a codec; empty if it was not measured. */
    public Optional<Entry> entry(String codec) {
        return entries.stream().filter(entry -> entry.codec.equals(codec)).findFirst();
    }

    /** Returns the best, and the codecs that are tied with it or not distinguishable from it. Empty without an order. */
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

    /** Returns the fastest of the codecs that are slower than the best. */
    public Optional<Entry> next() {
        return entries.stream().filter(entry -> entry.place == Place.SLOWER).findFirst();
    }
}
