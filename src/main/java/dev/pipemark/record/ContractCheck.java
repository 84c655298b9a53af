package dev.pipemark.record;

/**
 * Something that holds for a codec whatever the value.
 *
 * @param contract what was asked: {@code a field was added}
 * @param answer in a word or two
 * @param detail what was seen, or the source where it is declared
 * @param probed whether it was tried here; otherwise it is what the library's own documentation says
 */
public record ContractCheck(String codec, String contract, String answer, String detail, boolean probed) {}
