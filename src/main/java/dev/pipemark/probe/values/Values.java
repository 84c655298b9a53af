package dev.pipemark.probe.values;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All values, by group. */
public final class Values {
    private Values() {}

    /** Returns the values in the order of reports. */
    public static List<Value<?>> all() {
        return Stream.of(
                        ScalarValues.values(),
                        ArrayValues.values(),
                        CollectionValues.values(),
                        JdkValues.values(),
                        RecordValues.values(),
                        ClassValues.values(),
                        GraphValues.values(),
                        FunctionValues.values(),
                        ProcessValues.values(),
                        HiddenValues.values())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the values by id. */
    public static Map<String, Value<?>> byId() {
        return all().stream()
                .collect(Collectors.toMap(Value::id, value -> value, (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
