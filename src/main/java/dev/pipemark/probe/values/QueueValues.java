package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.COLLECTIONS;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Queues. Most of them differ in the order of their elements or in their capacity. */
final class QueueValues {
    private QueueValues() {}

    static List<Value<?>> values() {
        return List.of(
                Value.of(
                        "array-deque",
                        COLLECTIONS,
                        "ArrayDeque",
                        Shape.of(new TypeOf<Deque<String>>() {}, ArrayDeque.class, String.class),
                        () -> new ArrayDeque<>(List.of("a", "b", "c"))),
                Value.of(
                        "concurrent-linked-queue",
                        COLLECTIONS,
                        "ConcurrentLinkedQueue",
                        Shape.of(new TypeOf<Queue<String>>() {}, ConcurrentLinkedQueue.class, String.class),
                        () -> new ConcurrentLinkedQueue<>(List.of("a", "b"))),
                Value.of(
                                "priority-queue-comparator",
                                COLLECTIONS,
                                "PriorityQueue, Comparator.reverseOrder()",
                                Shape.of(
                                        new TypeOf<Queue<String>>() {},
                                        PriorityQueue.class,
                                        Comparator.<String>reverseOrder().getClass(),
                                        String.class),
                                QueueValues::descending)
                        .asks("polled after add(\"d\")", QueueValues::polledAfterAdding),
                Value.of(
                                "as-lifo-queue",
                                COLLECTIONS,
                                "Collections.asLifoQueue(deque)",
                                Shape.of(
                                        new TypeOf<Queue<String>>() {},
                                        Collections.asLifoQueue(new ArrayDeque<>())
                                                .getClass(),
                                        ArrayDeque.class,
                                        String.class),
                                () -> Collections.asLifoQueue(new ArrayDeque<>(List.of("a", "b"))))
                        .asks("polled after add(\"d\")", QueueValues::polledAfterAdding),
                bounded(
                        "linked-blocking-queue",
                        "LinkedBlockingQueue(5)",
                        LinkedBlockingQueue.class,
                        () -> filled(new LinkedBlockingQueue<>(5))),
                bounded(
                        "array-blocking-queue",
                        "ArrayBlockingQueue(5)",
                        ArrayBlockingQueue.class,
                        () -> filled(new ArrayBlockingQueue<>(5))));
    }

    private static Value<BlockingQueue<String>> bounded(
            String id, String summary, Class<?> concrete, Value.Plain<BlockingQueue<String>> maker) {
        return Value.of(
                        id,
                        COLLECTIONS,
                        summary,
                        Shape.of(new TypeOf<BlockingQueue<String>>() {}, concrete, String.class),
                        maker)
                .notes("remainingCapacity()", BlockingQueue::remainingCapacity);
    }

    private static BlockingQueue<String> filled(BlockingQueue<String> queue) {
        Collections.addAll(queue, "a", "b");
        return queue;
    }

    private static Queue<String> descending() {
        Queue<String> queue = new PriorityQueue<>(Comparator.<String>reverseOrder());
        Collections.addAll(queue, "b", "a", "e", "c");
        return queue;
    }

    /** Polls all elements, since their order of iteration is not the order of polling. */
    private static String polledAfterAdding(Queue<String> queue) {
        queue.add("d");
        int size = queue.size();
        StringJoiner polled = new StringJoiner(" ");
        for (int i = 0; i < size; i++) {
            polled.add(String.valueOf(queue.poll()));
        }
        return polled.toString();
    }
}
