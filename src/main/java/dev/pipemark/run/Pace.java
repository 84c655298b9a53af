package dev.pipemark.run;

/** Time to go, by the plan and by what forks have taken so far. */
final class Pace {
    private double plannedLeft;
    private double planned;
    private double taken;

    Pace(double plannedLeft) {
        this.plannedLeft = plannedLeft;
    }

    void took(double plannedSeconds, double seconds) {
        plannedLeft -= plannedSeconds;
        planned += plannedSeconds;
        taken += seconds;
    }

    /** There is more, or less, to do than was known. */
    void left(double plannedSeconds) {
        plannedLeft = plannedSeconds;
    }

    /** What a fork of that many planned seconds is going to take. */
    double expected(double plannedSeconds) {
        return planned > 0 ? plannedSeconds * taken / planned : plannedSeconds;
    }

    double left() {
        return Math.max(0, expected(plannedLeft)) + TimeModel.REPORT;
    }
}
