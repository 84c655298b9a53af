package dev.pipemark.capability.languages;

import dev.pipemark.capability.languages.Neutral.Bytes;
import dev.pipemark.capability.languages.Neutral.Constant;
import dev.pipemark.capability.languages.Neutral.Entry;
import dev.pipemark.capability.languages.Neutral.Field;
import dev.pipemark.capability.languages.Neutral.Mapping;
import dev.pipemark.capability.languages.Neutral.Real;
import dev.pipemark.capability.languages.Neutral.Sequence;
import dev.pipemark.capability.languages.Neutral.Structure;
import dev.pipemark.capability.languages.Neutral.Tag;
import dev.pipemark.capability.languages.Neutral.Text;
import dev.pipemark.capability.languages.Neutral.Whole;
import dev.pipemark.capability.languages.Neutral.Word;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Describes Java values as a reader in another language should see them if nothing were lost. A missing optional is
 * {@code null}, a character is a text, a year is an integer, and an object is a record of its fields.
 */
final class Original {
    private Original() {}

    /**
     * Describes a value.
     *
     * @throws IllegalArgumentException if this class does not know the value's class, which is an error of the suite
     */
    static Neutral of(@Nullable Object value) {
        if (value == null) {
            return Word.NULL;
        } else if (value instanceof Boolean truth) {
            return truth ? Word.TRUE : Word.FALSE;
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof String || value instanceof Character) {
            return new Text(value.toString());
        } else if (value instanceof byte[] bytes) {
            return new Bytes(HexFormat.of().formatHex(bytes));
        } else if (value instanceof Enum<?> constant) {
            return new Constant(constant.name(), constant.ordinal());
        } else if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? of(optional.get()) : Word.NULL;
        } else if (value.getClass().isArray()) {
            return array(value);
        } else if (value instanceof Set<?> set) {
            return new Tag(Tag.SET, List.of(new Sequence(items(set))));
        } else if (value instanceof Collection<?> collection) {
            return new Sequence(items(collection));
        } else if (value instanceof Map<?, ?> map) {
            return map(map);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            return new Mapping(List.of(new Entry(of(entry.getKey()), of(entry.getValue()))), false);
        }
        return named(value).orElseGet(() -> structure(value));
    }

    private static Neutral number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return Tag.of(Tag.DECIMAL, decimal.toString());
        } else if (number instanceof BigInteger integer) {
            return new Whole(integer);
        } else if (number instanceof Double || number instanceof Float) {
            return new Real(number.doubleValue(), number instanceof Float);
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            return Whole.of(number.longValue());
        }
        throw new IllegalArgumentException(
                "no description for " + number.getClass().getName());
    }

    private static Optional<Neutral> named(Object value) {
        if (value instanceof Instant instant) {
            return Optional.of(
                    new Tag(Tag.TIMESTAMP, List.of(Whole.of(instant.getEpochSecond()), Whole.of(instant.getNano()))));
        } else if (value instanceof Year year) {
            return Optional.of(Whole.of(year.getValue()));
        }
        String tag = value instanceof LocalDateTime || value instanceof OffsetDateTime || value instanceof ZonedDateTime
                ? Tag.DATE_TIME
                : value instanceof LocalDate
                        ? Tag.DATE
                        : value instanceof LocalTime
                                ? Tag.TIME
                                : value instanceof Duration
                                        ? Tag.DURATION
                                        : value instanceof UUID ? Tag.UUID : value instanceof URI ? Tag.URI : "";
        return tag.isEmpty() ? Optional.empty() : Optional.of(Tag.of(tag, value.toString()));
    }

    private static Sequence array(Object array) {
        List<Neutral> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            items.add(of(Array.get(array, i)));
        }
        return new Sequence(items);
    }

    private static List<Neutral> items(Collection<?> collection) {
        List<Neutral> items = new ArrayList<>();
        for (Object item : collection) {
            items.add(of(item));
        }
        return items;
    }

    /** The order of a hash map differs between JVMs. It is not part of the map, so its entries are sorted. */
    private static Mapping map(Map<?, ?> map) {
        boolean ordered = map instanceof LinkedHashMap<?, ?>;
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            entries.add(new Entry(of(entry.getKey()), of(entry.getValue())));
        }
        if (!ordered && !(map instanceof SortedMap<?, ?>)) {
            entries.sort(Comparator.comparing(entry -> Descriptions.of(entry.key())));
        }
        return new Mapping(entries, ordered);
    }

    private static Structure structure(Object value) {
        if (value.getClass().getClassLoader() == null) {
            throw new IllegalArgumentException(
                    "no description for " + value.getClass().getName());
        }
        List<Field> fields = new ArrayList<>();
        try {
            if (value.getClass().isRecord()) {
                for (RecordComponent component : value.getClass().getRecordComponents()) {
                    Method accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    fields.add(new Field(component.getName(), of(accessor.invoke(value))));
                }
            } else {
                for (java.lang.reflect.Field field : declared(value.getClass())) {
                    field.setAccessible(true);
                    fields.add(new Field(field.getName(), of(field.get(value))));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "no description for " + value.getClass().getName(), e);
        }
        return new Structure(value.getClass().getSimpleName(), fields);
    }

    /** Returns the fields of a class, those of its superclasses first. */
    private static List<java.lang.reflect.Field> declared(Class<?> type) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            classes.push(each);
        }
        List<java.lang.reflect.Field> fields = new ArrayList<>();
        for (Class<?> each : classes) {
            for (java.lang.reflect.Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
