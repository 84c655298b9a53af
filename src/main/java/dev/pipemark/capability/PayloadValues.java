package dev.pipemark.capability;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.Maker;
import dev.pipemark.worker.PayloadException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Payloads as values of the matrix. Some values of each payload are probed, each by itself. Their ids have the seed:
 * {@code order#3}. The outcome of the payload is the worst outcome of its values.
 */
public final class PayloadValues {
    /** The number of values per payload. They cover every class of a mixed stream and every optional field. */
    static final int SEEDS = 8;

    private static final String MARK = "#";

    private PayloadValues() {}

    /** Returns the ids of the values that are probed for a payload. */
    public static List<String> of(String payload) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> payload + MARK + seed)
                .toList();
    }

    /** Whether an id is that of a value of a payload. */
    public static boolean isOne(String id) {
        return id.contains(MARK);
    }

    /** Returns the payload of a value's id, or the id itself if the value does not belong to a payload. */
    public static String payload(String id) {
        return isOne(id) ? id.substring(0, id.lastIndexOf(MARK)) : id;
    }

    /**
     * A payload, loaded once for all of its values, and its shape.
     *
     * @param values returns the value of a seed
     */
    public record Source<T>(Maker<T> maker, Shape<T> shape, LongFunction<T> values) {
        /**
         * Loads a payload.
         *
         * @throws PayloadException if the payload cannot give its shape
         */
        public static Source<?> of(Catalog catalog, String payload) {
            return of(Maker.of(catalog, payload));
        }

        private static <T> Source<T> of(Maker<T> maker) {
            return new Source<>(maker, maker.shape(), maker::create);
        }

        /** Returns the same payload with values that are read. */
        Source<T> reading(Kept kept, Coder<T> coder) {
            return new Source<>(maker, shape, seed -> kept.value(seed, coder));
        }

        /** Returns the classes and the size of the values. */
        Sample sample() {
            return new Sample(
                    shape.classes().stream().map(Class::getName).toList(),
                    maker.valueBytes().orElse(0));
        }

        /** Returns the value with an id of this payload. All values share one shape. */
        public Value<T> value(String id) {
            long seed = Long.parseLong(id.substring(id.lastIndexOf(MARK) + 1));
            return Value.of(id, Group.CLASSES, "", shape, () -> values.apply(seed))
                    .called(name(id));
        }
    }

    /** Returns the beginning of the paths into a payload's values: its id without the prefix of the user's payloads. */
    public static String name(String payload) {
        return payload(payload).replaceFirst("^your-", "");
    }

    /** Returns one check for each payload and row: that of the worst value, with the number of such values. */
    public static List<ValueCheck> folded(List<ValueCheck> checks) {
        Map<List<Object>, List<ValueCheck>> by = new LinkedHashMap<>();
        for (ValueCheck check : checks) {
            by.computeIfAbsent(List.of(check.codec(), check.opened(), payload(check.value())), key -> new ArrayList<>())
                    .add(check);
        }
        return by.values().stream().map(PayloadValues::gravest).toList();
    }

    private static ValueCheck gravest(List<ValueCheck> of) {
        ValueCheck first = of.get(0);
        if (!isOne(first.value())) {
            return first;
        }
        ValueOutcome gravest = of.stream()
                .map(ValueCheck::outcome)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<ValueCheck> such =
                of.stream().filter(check -> check.outcome() == gravest).toList();
        String count = such.size() == of.size() ? "" : " (" + such.size() + " of " + of.size() + " values)";
        return new ValueCheck(
                first.codec(),
                first.opened(),
                payload(first.value()),
                gravest,
                gravest == ValueOutcome.EXACT ? "" : such.get(0).detail() + count,
                of.stream().anyMatch(ValueCheck::onlyElsewhere));
    }
}
