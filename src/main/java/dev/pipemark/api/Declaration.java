package dev.pipemark.api;

/**
 * A statement of the library's own documentation about a contract. A contract is a property of a codec that does not
 * depend on the value. Reports show the statement where a test would show too little or nothing.
 *
 * @param contract the contract: {@link #THREADS}, {@link #CROSS_LANGUAGE}, or the name of a contract that the probe
 *     tests, such as {@code a field added}. The probe tests it with values of its own. Only a codec that does not carry
 *     these values needs a declaration.
 * @param answer the library's answer in a few words
 * @param source an https link to the page that says so
 */
public record Declaration(String contract, String answer, String source) {
    /** Whether several threads may use one configured instance at once. */
    public static final String THREADS = "threads";
    /** Whether programs in other languages can read the bytes. */
    public static final String CROSS_LANGUAGE = "cross-language";
}
