package dev.pipemark.run;

/** A deadline after some seconds. It also ends when the run is interrupted. */
final class Deadline {
    private final long end;
    private final Interruption interruption;

    Deadline(double seconds, Interruption interruption) {
        end = System.nanoTime() + Math.round(seconds * 1e9);
        this.interruption = interruption;
    }

    /** Returns whether the deadline has not passed. */
    boolean open() {
        return System.nanoTime() - end < 0 && !interruption.requested();
    }
}
