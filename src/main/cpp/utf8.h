#pragma once

#include <string>
#include <string_view>

namespace pipemark::worker {

/** The result of nextCodePoint() for bytes that are not UTF-8. */
constexpr char32_t MALFORMED = 0xFFFFFFFF;

/**
 * Removes the first character of a text that is not empty, and returns its code point.
 *
 * @return MALFORMED if no valid character is there, by table 3-7 of the Unicode Standard; one byte is removed then.
 *     Surrogates are not valid in UTF-8.
 */
char32_t nextCodePoint(std::string_view& text);

/** Returns the text with U+FFFD in place of each byte that is not UTF-8. */
std::string repaired(std::string_view text);

}  // namespace pipemark::worker
