package dev.pipemark.run;

/** Until when something is waited for: so many seconds, or until somebody interrupts the run. */
final class Deadline {
    private final long end;
    private final Interruption interruption;

    Deadline(double seconds, Interruption interruption) {
        end = System.nanoTime() + Math.round(seconds * 1e9);
        this.interruption = interruption;
    }

    /** Whether it is not over. */
    boolean open() {
        return System.nanoTime() - end < 0 && !interruption.requested();
    }
}
