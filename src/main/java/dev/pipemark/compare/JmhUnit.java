package dev.pipemark.compare;

import java.util.Map;

/**
 * One of JMH's units, {@code us/op} or {@code ops/ms}, converted to one of two.
 *
 * @param name {@code ns/op} for a time, {@code ops/s} for a rate. Other units do not change.
 * @param factor the factor by which scores are multiplied
 */
record JmhUnit(String name, double factor) {
    private static final String TIME = "ns/op";
    private static final String RATE = "ops/s";

    /** Nanoseconds by JMH's unit names. */
    private static final Map<String, Double> NANOS =
            Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 60e9, "hr", 3_600e9, "day", 86_400e9);

    static JmhUnit of(String unit) {
        int slash = unit.indexOf('/');
        String above = slash < 0 ? unit : unit.substring(0, slash);
        String below = slash < 0 ? "" : unit.substring(slash + 1);
        Double time = NANOS.get(above);
        Double per = NANOS.get(below);
        if (time != null && below.equals("op")) {
            return new JmhUnit(TIME, time);
        } else if (per != null && above.equals("ops")) {
            return new JmhUnit(RATE, 1e9 / per);
        }
        return new JmhUnit(unit, 1);
    }

    /** Returns whether it is a time per operation or a rate. For other units, the better direction is unknown. */
    boolean known() {
        return name.equals(TIME) || name.equals(RATE);
    }
}
