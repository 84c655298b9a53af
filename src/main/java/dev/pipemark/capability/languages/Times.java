package dev.pipemark.capability.languages;

import dev.pipemark.capability.languages.Neutral.Real;
import dev.pipemark.capability.languages.Neutral.Tag;
import dev.pipemark.capability.languages.Neutral.Text;
import dev.pipemark.capability.languages.Neutral.Whole;
import dev.pipemark.record.ValueOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules for times. The same time as text, or as a number of seconds, milliseconds, microseconds or nanoseconds, is
 * equal in another type. A coarser time and a time without its zone are losses. Another time is wrong.
 */
final class Times {
    /** The decimal places of seconds, milliseconds, microseconds and nanoseconds. */
    private static final List<Integer> PLACES = List.of(0, 3, 6, 9);

    private static final List<ChronoUnit> COARSER = List.of(ChronoUnit.MICROS, ChronoUnit.MILLIS, ChronoUnit.SECONDS);
    private static final int NANO_PLACES = 9;

    private Times() {}

    /** Judges what became of a point in time. */
    static ValueOutcome timestamp(Tag was, Neutral is) {
        Instant sent = instant(was).orElseThrow(() -> new IllegalArgumentException("no timestamp: " + was));
        BigDecimal seconds =
                BigDecimal.valueOf(sent.getEpochSecond()).add(BigDecimal.valueOf(sent.getNano(), NANO_PLACES));
        if (is instanceof Whole count) {
            return count(seconds, new BigDecimal(count.value()));
        } else if (is instanceof Real real) {
            return Numbers.binary(seconds, real.value());
        }
        Optional<Instant> seen = instant(is);
        if (seen.isPresent()) {
            ValueOutcome same = is instanceof Tag ? ValueOutcome.EXACT : ValueOutcome.OTHER_CLASS;
            return sent.equals(seen.get()) ? same : coarser(sent, seen.get());
        }
        // A text without a zone.
        return parsed(is, LocalDateTime::parse)
                .map(local -> local.toInstant(ZoneOffset.UTC))
                .map(local -> sent.equals(local) ? ValueOutcome.LOSSY : coarser(sent, local))
                .orElseGet(() -> Numbers.unlike(is));
    }

    /** Judges what became of a date, a time of day, a date with time, or a duration. */
    static ValueOutcome named(Tag was, Neutral is) {
        Optional<String> text = text(is);
        if (text.isPresent() && text.equals(text(was))) {
            return is instanceof Tag tag && tag.is(was.name()) ? ValueOutcome.EXACT : ValueOutcome.OTHER_CLASS;
        }
        Optional<ValueOutcome> outcome = switch (was.name()) {
            case Tag.DATE_TIME -> dateTime(was, is);
            case Tag.DATE -> both(was, is, LocalDate::parse).map(Pair::same);
            case Tag.TIME ->
                both(was, is, LocalTime::parse)
                        .map(times -> times.same() == ValueOutcome.OTHER_CLASS
                                ? ValueOutcome.OTHER_CLASS
                                : coarser(on1970(times.was()), on1970(times.is())));
            case Tag.DURATION -> duration(was, is);
            default -> Optional.empty();
        };
        return outcome.orElseGet(() -> Numbers.unlike(is));
    }

    private static Optional<ValueOutcome> dateTime(Tag was, Neutral is) {
        Optional<Pair<ZonedDateTime>> zoned = both(was, is, ZonedDateTime::parse);
        if (zoned.isPresent()) {
            Pair<ZonedDateTime> pair = zoned.get();
            return Optional.of(
                    pair.same() == ValueOutcome.OTHER_CLASS
                            ? ValueOutcome.OTHER_CLASS
                            : pair.was().toInstant().equals(pair.is().toInstant())
                                    ? ValueOutcome.LOSSY
                                    : coarser(pair.was().toInstant(), pair.is().toInstant()));
        }
        Optional<ZonedDateTime> withZone = parsed(was, ZonedDateTime::parse);
        if (withZone.isPresent()) {
            return parsed(is, LocalDateTime::parse)
                    .map(local ->
                            local.equals(withZone.get().toLocalDateTime()) ? ValueOutcome.LOSSY : ValueOutcome.WRONG);
        }
        return both(was, is, LocalDateTime::parse)
                .map(pair -> pair.same() == ValueOutcome.OTHER_CLASS
                        ? ValueOutcome.OTHER_CLASS
                        : coarser(
                                pair.was().toInstant(ZoneOffset.UTC), pair.is().toInstant(ZoneOffset.UTC)));
    }

    private static Optional<ValueOutcome> duration(Tag was, Neutral is) {
        Optional<Duration> sent = parsed(was, Duration::parse);
        if (sent.isPresent() && (is instanceof Real || is instanceof Whole)) {
            BigDecimal seconds = BigDecimal.valueOf(sent.get().getSeconds())
                    .add(BigDecimal.valueOf(sent.get().getNano(), NANO_PLACES));
            return Optional.of(
                    is instanceof Real real
                            ? Numbers.binary(seconds, real.value())
                            : count(seconds, new BigDecimal(((Whole) is).value())));
        }
        return both(was, is, Duration::parse).map(Pair::same);
    }

    /** Judges a number of seconds or of a smaller unit. */
    private static ValueOutcome count(BigDecimal seconds, BigDecimal count) {
        ValueOutcome outcome = ValueOutcome.WRONG;
        for (int places : PLACES) {
            BigDecimal units = seconds.movePointRight(places);
            if (units.compareTo(count) == 0) {
                return ValueOutcome.OTHER_CLASS;
            } else if (units.setScale(0, RoundingMode.FLOOR).compareTo(count) == 0) {
                outcome = ValueOutcome.LOSSY;
            }
        }
        return outcome;
    }

    private static ValueOutcome coarser(Instant sent, Instant seen) {
        return COARSER.stream().anyMatch(unit -> sent.truncatedTo(unit).equals(seen))
                ? ValueOutcome.LOSSY
                : ValueOutcome.WRONG;
    }

    private static Instant on1970(LocalTime time) {
        return time.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC);
    }

    /** Returns the point in time of a timestamp, of a text with a zone, or of a message of seconds and nanoseconds. */
    private static Optional<Instant> instant(Neutral value) {
        if (value instanceof Tag tag && tag.is(Tag.TIMESTAMP)) {
            return instant(
                    tag.parts().isEmpty() ? Whole.of(0) : tag.parts().get(0),
                    tag.parts().size() < 2 ? Whole.of(0) : tag.parts().get(1));
        }
        Map<String, Neutral> parts = Parts.of(value);
        Neutral seconds = parts.get("seconds");
        if (seconds != null) {
            return instant(seconds, parts.getOrDefault("nanos", Whole.of(0)));
        }
        return parsed(value, Instant::parse);
    }

    private static Optional<Instant> instant(Neutral seconds, Neutral nanoseconds) {
        try {
            return seconds instanceof Whole whole && nanoseconds instanceof Whole rest
                    ? Optional.of(Instant.ofEpochSecond(
                            whole.value().longValueExact(), rest.value().longValueExact()))
                    : Optional.empty();
        } catch (ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the content of a text, or of a tag that contains a text. */
    private static Optional<String> text(Neutral value) {
        if (value instanceof Text text) {
            return Optional.of(text.value());
        }
        return value instanceof Tag tag
                        && tag.parts().size() == 1
                        && tag.parts().get(0) instanceof Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static <T> Optional<T> parsed(Neutral value, Function<String, T> parser) {
        return text(value).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static <T> Optional<Pair<T>> both(Neutral was, Neutral is, Function<String, T> parser) {
        return parsed(was, parser).flatMap(first -> parsed(is, parser).map(second -> new Pair<>(first, second)));
    }

    /** Two times that were read from texts. */
    private record Pair<T>(T was, T is) {
        ValueOutcome same() {
            return was.equals(is) ? ValueOutcome.OTHER_CLASS : ValueOutcome.WRONG;
        }
    }
}
