package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.model.Task;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function that the worker runs. The worker replies with the result.
 *
 * <p>Functions have no equality. Two functions count as the same if they agree on several arguments.
 */
record TaskPayload(String id, Shape<Task> shape, LongFunction<Task> generator) implements Payload<Task> {
    private static final long[] ARGUMENTS = {0, 1, -1, 1000, Integer.MIN_VALUE, Long.MAX_VALUE};

    @Override
    public Family family() {
        return Family.FUNCTIONS;
    }

    @Override
    public Task create(long seed) {
        return generator.apply(seed);
    }

    @Override
    public Long use(Task arrived, long argument) {
        return arrived.applyAsLong(argument);
    }

    @Override
    public Shape<?> reply() {
        return Shape.of(Long.class);
    }

    @Override
    public boolean same(Task sent, @Nullable Object arrived) {
        if (!(arrived instanceof Task task)) {
            return false;
        }
        for (long argument : ARGUMENTS) {
            if (sent.applyAsLong(argument) != task.applyAsLong(argument)) {
                return false;
            }
        }
        return true;
    }
}
