package dev.pipemark.conformance;

import java.io.IOException;

/**
 * One rule of the protocol, and its test.
 *
 * @param name the short name, as reports print it
 * @param rule the rule in one clause
 */
record Check(String name, String rule, Trial trial) {
    /** Tries the rule with a worker of its own, which has greeted. */
    @FunctionalInterface
    interface Trial {
        /**
         * Tries the rule.
         *
         * @throws Broken if the rule does not hold
         * @throws IOException if the worker died, hung, or sent bytes that are not a message
         */
        void with(Talk talk) throws IOException, Broken;
    }
}
