package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * More than their fields: a thread, a lock, a file or a socket belongs to the process that it was made in.
 * They are asked whether they still are what they were; one that arrives and is none is worse than one refused.
 */
final class ProcessValues {
    private ProcessValues() {}

    static List<Value<?>> values() {
        return Stream.of(
                        ProcessThreadValues.values(),
                        ProcessLockValues.values(),
                        ProcessFileValues.values(),
                        ProcessStreamValues.values(),
                        ProcessRuntimeValues.values())
                .flatMap(List::stream)
                .toList();
    }

    /** One that holds nothing open. */
    static <T> Value<T> made(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.PROCESS, summary, shape, maker).byAnswers();
    }

    /** One that has to be closed. */
    static <T> Value<T> held(String id, String summary, Shape<T> shape, Value.Maker<? extends T> maker) {
        return Value.holding(id, Group.PROCESS, summary, shape, maker).byAnswers();
    }
}
