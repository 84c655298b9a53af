package dev.pipemark.probe.values;

import java.util.List;
import java.util.stream.Stream;

/** Lists, queues, sets, maps and their views. */
final class CollectionValues {
    private CollectionValues() {}

    static List<Value<?>> values() {
        return Stream.of(
                        ListValues.values(),
                        QueueValues.values(),
                        SetValues.values(),
                        MapValues.values(),
                        MapClassValues.values(),
                        MapViewValues.values())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Tries a change. Returns whether the collection refuses it. If not, the collection is changed, so this must be the last
     * question.
     */
    static boolean refuses(Runnable change) {
        try {
            change.run();
            return false;
        } catch (UnsupportedOperationException e) {
            return true;
        }
    }
}
