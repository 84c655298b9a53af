package dev.pipemark.model;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/** A function that can travel: a plain functional interface made {@link Serializable}. */
@FunctionalInterface
public interface Task extends LongUnaryOperator, Serializable {
    /** This function, then another on its result; {@link LongUnaryOperator#andThen} makes one that cannot travel. */
    default Task then(Task next) {
        return argument -> next.applyAsLong(applyAsLong(argument));
    }
}
