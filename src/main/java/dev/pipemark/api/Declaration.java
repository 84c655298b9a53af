package dev.pipemark.api;

/**
 * What a library's own documentation says of a contract, where trying it would show too little or nothing.
 *
 * @param contract what it is about: {@link #THREADS}, {@link #CROSS_LANGUAGE}, or a contract that is probed where the
 *     codec carries what it is probed with: {@code a field added}
 * @param answer in a few words
 * @param source where the documentation says so: an https link
 */
public record Declaration(String contract, String answer, String source) {
    /** Whether one configured instance may be used by several threads at once. */
    public static final String THREADS = "threads";
    /** Whether programs in other languages read the bytes. */
    public static final String CROSS_LANGUAGE = "cross-language";
}
