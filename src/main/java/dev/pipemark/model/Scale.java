package dev.pipemark.model;

/** A function as a top-level class that holds its state in fields. */
public record Scale(long factor, long offset) implements Task {
    @Override
    public long applyAsLong(long argument) {
        return argument * factor + offset;
    }
}
