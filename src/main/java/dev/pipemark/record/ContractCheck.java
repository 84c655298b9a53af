package dev.pipemark.record;

/**
 * The answer to a question about a codec that does not depend on a value.
 *
 * @param contract the question, such as {@code a field was added}
 * @param answer the answer, in a word or two
 * @param detail the observation, or the source of a declaration
 * @param probed {@code true} if it was tried here, {@code false} if the library's own documentation says it
 */
public record ContractCheck(String codec, String contract, String answer, String detail, boolean probed) {}
