package dev.pipemark.report.rank;

import dev.pipemark.record.PairCheck;
import org.jspecify.annotations.Nullable;

/** What a row made of two cells says at its end. */
final class Remarks {
    private Remarks() {}

    static String of(
            Findings findings,
            String payload,
            String codec,
            String oneName,
            @Nullable Score one,
            String otherName,
            @Nullable Score other) {
        String first = one == null ? "" : one.remark();
        String second = other == null ? "" : other.remark();
        if (one == null && other == null) {
            PairCheck check = findings.check(codec, payload);
            return check == null || check.exact() ? "" : check.outcome().reason();
        }
        if (first.equals(second) || second.isEmpty() && other == null || first.isEmpty() && one == null) {
            return first.isEmpty() ? second : first;
        }
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? otherName + ": " + second : oneName + ": " + first;
        }
        return oneName + ": " + first + "; " + otherName + ": " + second;
    }
}
