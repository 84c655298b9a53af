package dev.pipemark.capability;

/**
 * What was found of a contract.
 *
 * @param answer in a word or two
 * @param detail what was seen
 */
record Finding(String answer, String detail) {
    /** The answer where the codec does not carry what the contract is tried with. */
    static final String NOT_CARRIED = "not carried";

    /** Whether the codec does not carry what the contract is tried with. */
    boolean notCarried() {
        return answer.equals(NOT_CARRIED);
    }
}
