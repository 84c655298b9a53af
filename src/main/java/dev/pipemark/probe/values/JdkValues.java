package dev.pipemark.probe.values;

import java.util.List;
import java.util.stream.Stream;

/** Values of JDK classes, by their purpose. */
final class JdkValues {
    private JdkValues() {}

    static List<Value<?>> values() {
        return Stream.of(TimeValues.values(), NameValues.values(), StateValues.values(), PlatformValues.values())
                .flatMap(List::stream)
                .toList();
    }
}
