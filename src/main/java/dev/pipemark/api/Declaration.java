package dev.pipemark.api;

/**
 * A statement about a contract from the library's own documentation. Reports show it where a test would show too little
 * or nothing.
 *
 * @param contract the contract: {@link #THREADS}, {@link #CROSS_LANGUAGE}, or the name of a probed contract such as
 *     {@code a field added}. A probed contract needs a declaration only if the codec does not carry the values of its
 *     probe.
 * @param answer the library's answer in a few words
 * @param source an https link to the page that says so
 */
public record Declaration(String contract, String answer, String source) {
    /** Whether several threads may use one configured instance at once. */
    public static final String THREADS = "threads";
    /** Whether programs in other languages can read the bytes. */
    public static final String CROSS_LANGUAGE = "cross-language";
}
