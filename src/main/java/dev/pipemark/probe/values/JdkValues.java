package dev.pipemark.probe.values;

import java.util.List;
import java.util.stream.Stream;

/** Values whose classes are the JDK's own, by what they are there for. */
final class JdkValues {
    private JdkValues() {}

    static List<Value<?>> values() {
        return Stream.of(TimeValues.values(), NameValues.values(), StateValues.values(), PlatformValues.values())
                .flatMap(List::stream)
                .toList();
    }
}
