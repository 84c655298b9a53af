package dev.pipemark.probe.values;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a value holds open while it is tried: closed afterwards, last opened first. Confined to one thread. */
public final class Scope implements AutoCloseable {
    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    /** Closes this when the value has been tried. */
    public <R extends AutoCloseable> R closing(R resource) {
        held.push(resource);
        return resource;
    }

    /** Closes everything; one that fails does not keep the others from it. */
    @Override
    public void close() {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (Exception e) {
                // A value that broke its own resource has nothing left to close.
                continue;
            }
        }
    }
}
