package dev.pipemark.payloads;

import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Scale;
import dev.pipemark.model.Task;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Functions in each form that Java offers. Shapes list the class that contains a lambda and the classes that it
 * captures, because a codec that registers classes must know both.
 */
final class Functions {
    private Functions() {}

    static List<Payload<?>> all() {
        return List.of(
                task("static-method-reference", Shape.of(Task.class, Functions.class), seed -> Functions::scramble),
                task("lambda", Shape.of(Task.class, Functions.class), seed -> argument -> 31 * argument + 7),
                task(
                        "lambda-capturing",
                        Shape.of(Task.class, Functions.class, Long.class, Reading.class, String.class),
                        Functions::capturing),
                task(
                        "bound-method-reference",
                        Shape.of(Task.class, Functions.class, Scale.class),
                        seed -> scale(seed)::applyAsLong),
                task(
                        "composed",
                        // The lambda in Task.then belongs to the class Task.
                        Shape.of(Task.class, Task.class, Functions.class, Scale.class),
                        seed -> ((Task) Functions::scramble).then(scale(seed))),
                task("task-class", Shape.of(Task.class, Scale.class), Functions::scale),
                new NamedCalls());
    }

    private static Payload<Task> task(String id, Shape<Task> shape, LongFunction<Task> generator) {
        return new TaskPayload(id, shape, generator);
    }

    private static long scramble(long argument) {
        return Long.rotateLeft(argument * 0x9E3779B97F4A7C15L, 21);
    }

    private static Task capturing(long seed) {
        long offset = SplitMix64.mix(seed);
        Reading reading = Instances.reading(new SplitMix64(seed));
        return argument -> argument * reading.sensor() + reading.timestamp() + offset;
    }

    private static Scale scale(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        return new Scale(random.next() | 1, random.magnitude());
    }
}
