package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values with state beyond their fields: a thread, lock, file or socket belongs to the process that created it. The
 * questions ask whether the received object still works. An object that arrives and does not work is worse than a
 * refusal.
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

    /** Returns a value that holds nothing open. */
    static <T> Value<T> made(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.PROCESS, summary, shape, maker).byAnswers();
    }

    /** Returns a value that must be closed. */
    static <T> Value<T> held(String id, String summary, Shape<T> shape, Value.Maker<? extends T> maker) {
        return Value.holding(id, Group.PROCESS, summary, shape, maker).byAnswers();
    }
}
