package dev.pipemark.run;

import java.util.Locale;

/** In which order the forks of a plan run. */
public enum Order {
    /** Every cell once per round; all cells of a table at the same time, taking turns. The default. */
    SIDE_BY_SIDE,
    /** Every cell once per round; the cells of a table next to each other, in shuffled order. */
    INTERLEAVED,
    /** JMH's own: all forks of a cell, then the next cell. */
    JMH;

    /**
     * @throws IllegalArgumentException when none has this label
     */
    public static Order labelled(String label) {
        for (Order order : values()) {
            if (order.label().equals(label)) {
                return order;
            }
        }
        throw new IllegalArgumentException("there is no order '" + label + "': the run is another version's");
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
