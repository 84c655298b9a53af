package dev.pipemark.record;

import java.util.List;

/** One line of {@code journal.jsonl}: something that finished, on disk before the next thing starts. */
public sealed interface JournalLine {
    /** How a pair fared across processes. */
    record CheckLine(PairCheck check) implements JournalLine {}

    /** The encoded sizes of a pair. */
    record SizesLine(PairSizes sizes) implements JournalLine {}

    /** A fork that ended, with scores or without. */
    record ForkLine(Fork fork) implements JournalLine {}

    /** The forks of a sitting, which belong together: all of them are on record, or none. */
    record SittingLine(List<Fork> forks) implements JournalLine {
        public SittingLine {
            forks = List.copyOf(forks);
        }
    }

    /** The run ended, or was stopped; a resumed run has more lines behind it. */
    record EndLine(RunEnd end) implements JournalLine {}
}
