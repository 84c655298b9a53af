package dev.pipemark.model;

/** A top-level task class: a function with its state in fields. */
public record Scale(long factor, long offset) implements Task {
    @Override
    public long applyAsLong(long argument) {
        return argument * factor + offset;
    }
}
