package dev.pipemark.record;

import java.util.List;

/** One line of {@code journal.jsonl}: a result that is on disk before the next measurement begins. */
public sealed interface JournalLine {
    /** The trial of a pair between processes. */
    record CheckLine(PairCheck check) implements JournalLine {}

    /** The encoded sizes of a pair. */
    record SizesLine(PairSizes sizes) implements JournalLine {}

    /** A fork that ended, with or without scores. */
    record ForkLine(Fork fork) implements JournalLine {}

    /** The forks of a sitting. The journal has either all of them or none. */
    record SittingLine(List<Fork> forks) implements JournalLine {
        public SittingLine {
            forks = List.copyOf(forks);
        }
    }

    /** The end of a run that ended or was stopped. A resumed run has more lines after it. */
    record EndLine(RunEnd end) implements JournalLine {}
}
