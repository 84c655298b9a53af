package dev.pipemark.record;

/** One line of {@code journal.jsonl}: something that finished, on disk before the next thing starts. */
public sealed interface JournalLine {
    /** How a pair fared across processes. */
    record CheckLine(PairCheck check) implements JournalLine {}

    /** The encoded sizes of a pair. */
    record SizesLine(PairSizes sizes) implements JournalLine {}

    /** A fork that ended, with scores or without. */
    record ForkLine(Fork fork) implements JournalLine {}

    /** The run ended, or was stopped; a resumed run has more lines behind it. */
    record EndLine(RunEnd end) implements JournalLine {}
}
