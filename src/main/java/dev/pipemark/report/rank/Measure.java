package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import java.util.List;

/** A quantity by which the board compares codecs, payload by payload. */
public enum Measure {
    STREAM("stream", "Streamed rate", Unit.RATE, "messages per second, at most 64 in flight"),
    ROUND_TRIP("round-trip", "Round trip", Unit.TIME, "one message at a time, there and back"),
    ENCODE("encode", "Encode", Unit.TIME, "one value to bytes, without a pipe"),
    DECODE("decode", "Decode", Unit.TIME, "bytes to one value, without a pipe"),
    BYTES("bytes", "Bytes", Unit.BYTES, "mean size of a message; sizes are exact"),
    ZSTD("zstd", "Bytes, zstd", Unit.BYTES, "mean size after zstd level 3, each message by itself; sizes are exact"),
    CPU("cpu", "CPU", Unit.TIME, "CPU time of both processes per message; means without intervals, not judged"),
    ALLOCATION(
            "allocation",
            "Allocation",
            Unit.BYTES,
            "heap bytes allocated in both processes per message; means without intervals, not judged");

    /** The unit of a measure. More is better for a rate, and less for the others. */
    public enum Unit {
        /** Operations per second. */
        RATE,
        /** Nanoseconds per operation. */
        TIME,
        BYTES;

        /** Returns an amount with the unit that suits it: {@code 390 k/s}. */
        public String brief(double amount) {
            Scale scale = switch (this) {
                case RATE -> Scale.rate(List.of(amount));
                case TIME -> Scale.time(List.of(amount));
                case BYTES -> Scale.BYTES;
            };
            double shown = amount / scale.size();
            return Scale.significant(shown, shown >= 100 ? 3 : 2) + " " + scale.unit();
        }
    }

    private final String id;
    private final String title;
    private final Unit unit;
    private final String note;

    Measure(String id, String title, Unit unit, String note) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.note = note;
    }

    /** Returns the name in an address. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** Returns an explanation of the measure. */
    public String note() {
        return note;
    }

    /** Returns whether differences are judged. Sizes and means without intervals are not. */
    public boolean judged() {
        return compareTo(BYTES) < 0;
    }

    /** Returns the amount of a cell by a measure that is judged. */
    Estimate amount(Score score) {
        return unit == Unit.RATE ? score.rate() : score.cost();
    }
}
