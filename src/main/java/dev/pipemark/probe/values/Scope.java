package dev.pipemark.probe.values;

import java.util.ArrayDeque;
import java.util.Deque;

/** The resources that a value holds open during its trial. They are closed in reverse order. Confined to one thread. */
public final class Scope implements AutoCloseable {
    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    /** Closes this resource after the trial. */
    public <R extends AutoCloseable> R closing(R resource) {
        held.push(resource);
        return resource;
    }

    /** Closes all resources. A failure does not prevent closing the others. */
    @Override
    public void close() {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (Exception e) {
                // The value's own resource was broken by the trial.
                continue;
            }
        }
    }
}
