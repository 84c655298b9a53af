package dev.pipemark.report.rank;

import dev.pipemark.record.Metric;

/** The stages of a round trip, in order. */
public enum Stage {
    ENCODE("encode", Metric.SPLIT_ENCODE, true),
    OUTWARD("transfer", Metric.SPLIT_OUTWARD, false),
    DECODE("decode", Metric.SPLIT_DECODE, true),
    USE("use", Metric.SPLIT_USE, false),
    REPLY_ENCODE("encode reply", Metric.SPLIT_REPLY_ENCODE, true),
    HOMEWARD("transfer reply", Metric.SPLIT_HOMEWARD, false),
    REPLY_DECODE("decode reply", Metric.SPLIT_REPLY_DECODE, true);

    private final String title;
    private final Metric metric;
    private final boolean codec;

    Stage(String title, Metric metric, boolean codec) {
        this.title = title;
        this.metric = metric;
        this.codec = codec;
    }

    /** Returns the name in tables and in the chart. */
    public String title() {
        return title;
    }

    /** Returns the metric with the time of the stage. */
    public Metric metric() {
        return metric;
    }

    /** Returns whether the codec takes this time, and not the pipe or the use of the value. */
    public boolean codec() {
        return codec;
    }
}
