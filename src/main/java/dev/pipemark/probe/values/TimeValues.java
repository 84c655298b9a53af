package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.text.SimpleDateFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/** Dates, times, zones and their formats. */
final class TimeValues {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String NEW_YORK = "America/New_York";
    private static final Instant NOON = Instant.parse("2024-07-01T12:00:00.123Z");

    private TimeValues() {}

    static List<Value<?>> values() {
        return Stream.of(moments(), dates(), amounts(), calendars(), formats())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> time(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.JDK, summary, shape, maker);
    }

    private static List<Value<?>> moments() {
        return List.of(
                time(
                        "instant-nanoseconds",
                        "Instant.ofEpochSecond(1_700_000_000, 123_456_789)",
                        Shape.of(Instant.class),
                        () -> Instant.ofEpochSecond(1_700_000_000, 123_456_789)),
                time("instant-min", "Instant.MIN", Shape.of(Instant.class), () -> Instant.MIN),
                time("instant-max", "Instant.MAX", Shape.of(Instant.class), () -> Instant.MAX),
                time(
                        "zoned-date-time",
                        "a ZonedDateTime in Europe/Berlin",
                        Shape.of(ZonedDateTime.class),
                        () -> ZonedDateTime.of(2024, 7, 1, 14, 30, 15, 5, BERLIN)),
                time(
                        "zoned-date-time-overlap",
                        "02:30 in Berlin when clocks go back, the second time",
                        Shape.of(ZonedDateTime.class),
                        () -> ZonedDateTime.ofLocal(
                                LocalDateTime.of(2024, 10, 27, 2, 30), BERLIN, ZoneOffset.ofHours(1))),
                time(
                        "offset-date-time",
                        "an OffsetDateTime at +05:45",
                        Shape.of(OffsetDateTime.class),
                        () -> OffsetDateTime.of(2024, 2, 29, 23, 59, 59, 7, ZoneOffset.ofHoursMinutes(5, 45))));
    }

    private static List<Value<?>> dates() {
        return List.of(
                time(
                        "local-date",
                        "LocalDate.of(2024, 2, 29)",
                        Shape.of(LocalDate.class),
                        () -> LocalDate.of(2024, 2, 29)),
                time(
                        "local-time",
                        "LocalTime.of(23, 59, 59, 999_999_999)",
                        Shape.of(LocalTime.class),
                        () -> LocalTime.of(23, 59, 59, 999_999_999)),
                time(
                        "local-date-time",
                        "LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1)",
                        Shape.of(LocalDateTime.class),
                        () -> LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1)),
                time("year", "Year.of(2024)", Shape.of(Year.class), () -> Year.of(2024)),
                time("year-month", "YearMonth.of(2024, 2)", Shape.of(YearMonth.class), () -> YearMonth.of(2024, 2)),
                time("month-day", "MonthDay.of(2, 29)", Shape.of(MonthDay.class), () -> MonthDay.of(2, 29)),
                time("day-of-week", "DayOfWeek.SUNDAY", Shape.of(DayOfWeek.class), () -> DayOfWeek.SUNDAY));
    }

    private static List<Value<?>> amounts() {
        return List.of(
                time(
                        "duration-negative",
                        "Duration.ofSeconds(-1, 1)",
                        Shape.of(Duration.class),
                        () -> Duration.ofSeconds(-1, 1)),
                time("period", "Period.of(1, -2, 40)", Shape.of(Period.class), () -> Period.of(1, -2, 40)),
                time(
                        "zone-id",
                        "ZoneId.of(\"Europe/Berlin\")",
                        Shape.of(ZoneId.class, BERLIN.getClass()),
                        () -> BERLIN),
                time(
                        "zone-offset",
                        "ZoneOffset.ofHoursMinutesSeconds(-3, -30, -15)",
                        Shape.of(ZoneOffset.class),
                        () -> ZoneOffset.ofHoursMinutesSeconds(-3, -30, -15)));
    }

    // Their texts contain caches, computed fields and the reader's time zone, so they have questions instead.
    private static List<Value<?>> calendars() {
        return List.of(
                time("date", "a java.util.Date", Shape.of(Date.class), () -> Date.from(NOON))
                        .byAnswers()
                        .asks("toInstant()", Date::toInstant),
                time(
                                "gregorian-calendar",
                                "a GregorianCalendar in Europe/Berlin",
                                Shape.of(Calendar.class, GregorianCalendar.class),
                                () -> GregorianCalendar.from(NOON.atZone(BERLIN)))
                        .byAnswers()
                        .asks("toInstant()", Calendar::toInstant)
                        .asks("zone", calendar -> calendar.getTimeZone().getID())
                        .notes("getFirstDayOfWeek()", Calendar::getFirstDayOfWeek)
                        .notes("getMinimalDaysInFirstWeek()", Calendar::getMinimalDaysInFirstWeek),
                time(
                                "time-zone",
                                "TimeZone.getTimeZone(\"America/New_York\")",
                                Shape.of(
                                        TimeZone.class,
                                        TimeZone.getTimeZone(NEW_YORK).getClass()),
                                () -> TimeZone.getTimeZone(NEW_YORK))
                        .byAnswers()
                        .asks("getID()", TimeZone::getID)
                        .asks("offset in July 2024", zone -> zone.getOffset(NOON.toEpochMilli())));
    }

    private static List<Value<?>> formats() {
        return List.of(
                time(
                                "simple-date-format",
                                "a SimpleDateFormat with a zone of its own",
                                Shape.of(SimpleDateFormat.class),
                                TimeValues::simpleDateFormat)
                        .byAnswers()
                        .asks("toPattern()", SimpleDateFormat::toPattern)
                        .asks("format(2024-07-01T12:00Z)", format -> format.format(Date.from(NOON))),
                time(
                                "date-time-formatter",
                                "DateTimeFormatter.ofPattern(\"dd/MM/uuuu HH:mm\")",
                                Shape.of(DateTimeFormatter.class),
                                () -> DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT))
                        .asks(
                                "format(2024-02-29T23:45)",
                                format -> format.format(LocalDateTime.of(2024, 2, 29, 23, 45))));
    }

    private static SimpleDateFormat simpleDateFormat() {
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone(NEW_YORK));
        return format;
    }
}
