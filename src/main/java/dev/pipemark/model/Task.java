package dev.pipemark.model;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/** A function that can be sent: a functional interface that extends {@link Serializable}. */
@FunctionalInterface
public interface Task extends LongUnaryOperator, Serializable {
    /**
     * Returns a function that applies this function, then {@code next}. The result of {@link LongUnaryOperator#andThen}
     * is not serializable.
     */
    default Task then(Task next) {
        return argument -> next.applyAsLong(applyAsLong(argument));
    }
}
