package dev.pipemark.report.rank;

import dev.pipemark.record.Reason;

/**
 * Whether a codec meets a need.
 *
 * @param why the trial or fact that decided it
 */
public record Ruling(Answer answer, String why) {
    static final Ruling UNKNOWN = new Ruling(Answer.UNKNOWN, "not tried");

    private static final int REASON_LENGTH = 140;

    /** Whether a need is met. */
    public enum Answer {
        YES,
        NO,
        /** Nothing was tried that would decide it. */
        UNKNOWN
    }

    static Ruling of(boolean met, String why) {
        return new Ruling(met ? Answer.YES : Answer.NO, why);
    }

    /** Returns the reason for an outcome in brackets, cut short. */
    static String brackets(String reason) {
        return reason.isEmpty() ? "" : " (" + Reason.shown(reason, REASON_LENGTH) + ")";
    }

    public boolean met() {
        return answer == Answer.YES;
    }
}
