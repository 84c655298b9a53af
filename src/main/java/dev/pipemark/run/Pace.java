package dev.pipemark.run;

/** The remaining time, from the plan and from the times of finished forks. */
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

    /** Replaces the planned time of the remaining work. */
    void left(double plannedSeconds) {
        plannedLeft = plannedSeconds;
    }

    /** Returns the expected seconds of forks with this planned time. */
    double expected(double plannedSeconds) {
        return planned > 0 ? plannedSeconds * taken / planned : plannedSeconds;
    }

    double left() {
        return Math.max(0, expected(plannedLeft)) + TimeModel.REPORT;
    }
}
