package dev.pipemark.cli;

/** Times as people say them. */
final class Durations {
    private Durations() {}

    /** {@code 48 s}, {@code 4 min 40 s}, {@code 1 h 5 min}. */
    static String words(double seconds) {
        long all = Math.round(seconds);
        if (all < 60) {
            return all + " s";
        }
        if (all < 3600) {
            return all / 60 + " min" + (all % 60 == 0 ? "" : " " + all % 60 + " s");
        }
        long minutes = Math.round(seconds / 60);
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
