package dev.pipemark.run;

import java.util.Locale;

/** The order of the forks of a plan. */
public enum Order {
    /** Every cell once per round. The forks of a table run at the same time and take turns. This is the default. */
    SIDE_BY_SIDE,
    /** Every cell once per round. The forks of a table run one after another, in shuffled order. */
    INTERLEAVED,
    /** JMH's own order: all forks of a cell, then those of the next cell. */
    JMH;

    /**
     * Returns the order with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Order labelled(String label) {
        for (Order order : values()) {
            if (order.label().equals(label)) {
                return order;
            }
        }
        throw new IllegalArgumentException(
                "there is no order '" + label + "': another version of the suite made this run");
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
