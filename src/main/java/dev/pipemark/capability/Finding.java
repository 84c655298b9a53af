package dev.pipemark.capability;

/**
 * The result of trying a contract.
 *
 * @param answer the answer in a word or two
 * @param detail the observation behind it
 */
record Finding(String answer, String detail) {
    /** The answer if the codec carries none of the contract's specimens. */
    static final String NOT_CARRIED = "not carried";

    /** Whether the codec carries none of the contract's specimens. */
    boolean notCarried() {
        return answer.equals(NOT_CARRIED);
    }
}
