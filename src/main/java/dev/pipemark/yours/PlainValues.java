package dev.pipemark.yours;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.instancio.Random;

/**
 * Values of Java's own classes that the suite makes itself. Instancio's times end fifty years from today, so they differ from
 * day to day. Instancio makes objects of some other classes without content, since it cannot access their fields.
 */
final class PlainValues {
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo");
    private static final List<String> LANGUAGES = List.of("en-GB", "de-DE", "pt-BR", "ja-JP");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "CHF");

    /** 2100-01-01T00:00:00Z. */
    private static final long LAST_SECOND = 4_102_444_800L;

    private static final int NANOS = 999_999_999;
    private static final int MOST_DIGITS = 18;
    private static final int BITS = 128;
    private static final long DAY_MILLIS = 86_400_000;

    private static final Map<Class<?>, Function<Random, ?>> ALL = all();

    private PlainValues() {}

    /** Whether values of this class can be made. */
    static boolean has(Class<?> type) {
        return ALL.containsKey(type);
    }

    /** Makes a value of this class. */
    static Object make(Class<?> type, Random random) {
        Function<Random, ?> way = ALL.get(type);
        if (way == null) {
            throw new IllegalArgumentException("there is no way to make a " + type.getName());
        }
        return way.apply(random);
    }

    private static Map<Class<?>, Function<Random, ?>> all() {
        Map<Class<?>, Function<Random, ?>> all = new LinkedHashMap<>();
        times(all);
        numbers(all);
        all.put(
                UUID.class,
                random -> UUID.nameUUIDFromBytes(random.alphanumeric(16).getBytes(StandardCharsets.US_ASCII)));
        all.put(URI.class, random -> URI.create("https://example.com/" + random.lowerCaseAlphabetic(8)));
        all.put(Locale.class, random -> Locale.forLanguageTag(random.oneOf(LANGUAGES)));
        all.put(Currency.class, random -> Currency.getInstance(random.oneOf(CURRENCIES)));
        all.put(Charset.class, random -> random.trueOrFalse() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        all.put(TimeZone.class, random -> TimeZone.getTimeZone(random.oneOf(ZONES)));
        all.put(Pattern.class, random -> Pattern.compile(random.lowerCaseAlphabetic(4) + "[0-9]+"));
        all.put(StringBuilder.class, random -> new StringBuilder(random.alphanumeric(12)));
        all.put(StringBuffer.class, random -> new StringBuffer(random.alphanumeric(12)));
        all.put(BitSet.class, random -> {
            BitSet bits = new BitSet();
            for (int i = 0; i < BITS / 8; i++) {
                bits.set(random.intRange(0, BITS - 1));
            }
            return bits;
        });
        // A field of such a type most often holds a text.
        for (Class<?> vague : List.of(Object.class, CharSequence.class, Comparable.class, Serializable.class)) {
            all.put(vague, random -> random.alphanumeric(8));
        }
        return all;
    }

    private static void times(Map<Class<?>, Function<Random, ?>> all) {
        all.put(Instant.class, PlainValues::instant);
        all.put(LocalDate.class, random -> utc(random).toLocalDate());
        all.put(LocalTime.class, random -> utc(random).toLocalTime());
        all.put(LocalDateTime.class, random -> utc(random).toLocalDateTime());
        all.put(
                OffsetDateTime.class,
                random -> utc(random).withOffsetSameInstant(ZoneOffset.ofHours(random.intRange(-11, 12))));
        all.put(OffsetTime.class, random -> utc(random).toOffsetTime());
        all.put(ZonedDateTime.class, random -> instant(random).atZone(zone(random)));
        all.put(ZoneId.class, PlainValues::zone);
        all.put(ZoneOffset.class, random -> ZoneOffset.ofHours(random.intRange(-11, 12)));
        all.put(Year.class, random -> Year.of(random.intRange(1970, 2099)));
        all.put(YearMonth.class, random -> YearMonth.from(utc(random)));
        all.put(MonthDay.class, random -> MonthDay.from(utc(random)));
        all.put(DayOfWeek.class, random -> utc(random).getDayOfWeek());
        all.put(
                Duration.class,
                random -> Duration.ofSeconds(random.longRange(0, 1_000_000), random.intRange(0, NANOS)));
        all.put(
                Period.class,
                random -> Period.of(random.intRange(0, 30), random.intRange(0, 11), random.intRange(0, 30)));
        all.put(Date.class, random -> new Date(instant(random).toEpochMilli()));
        all.put(java.sql.Timestamp.class, random -> java.sql.Timestamp.from(instant(random)));
        // A day without a time is at midnight in the JVM's time zone, but prints the same everywhere.
        all.put(java.sql.Date.class, random -> java.sql.Date.valueOf(utc(random).toLocalDate()));
        all.put(
                java.sql.Time.class,
                random -> java.sql.Time.valueOf(utc(random).toLocalTime().withNano(0)));
        all.put(Calendar.class, PlainValues::calendar);
        all.put(GregorianCalendar.class, PlainValues::calendar);
    }

    private static void numbers(Map<Class<?>, Function<Random, ?>> all) {
        all.put(Number.class, random -> random.intRange(1, 10_000));
        all.put(BigInteger.class, random -> new BigInteger(random.digits(MOST_DIGITS)));
        all.put(BigDecimal.class, random -> BigDecimal.valueOf(random.longRange(1, 1_000_000_000), 2));
        all.put(AtomicBoolean.class, random -> new AtomicBoolean(random.trueOrFalse()));
        all.put(AtomicInteger.class, random -> new AtomicInteger(random.intRange(1, 10_000)));
        all.put(AtomicLong.class, random -> new AtomicLong(random.longRange(1, 10_000)));
        all.put(OptionalInt.class, random -> OptionalInt.of(random.intRange(1, 10_000)));
        all.put(OptionalLong.class, random -> OptionalLong.of(random.longRange(1, 10_000)));
        all.put(OptionalDouble.class, random -> OptionalDouble.of(random.doubleRange(1, 10_000)));
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.longRange(0, LAST_SECOND), random.intRange(0, NANOS));
    }

    private static OffsetDateTime utc(Random random) {
        return instant(random).atOffset(ZoneOffset.UTC);
    }

    private static ZoneId zone(Random random) {
        return ZoneId.of(random.oneOf(ZONES));
    }

    private static Calendar calendar(Random random) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(random.oneOf(ZONES)), Locale.ROOT);
        calendar.setTimeInMillis(
                random.longRange(0, LAST_SECOND / 86_400) * DAY_MILLIS + random.intRange(0, 86_399_999));
        return calendar;
    }
}
