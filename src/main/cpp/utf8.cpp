#include "utf8.h"

#include <cstddef>

namespace pipemark::worker {

namespace {

constexpr const char* REPLACEMENT = "\xEF\xBF\xBD";

/** The smallest code point of each length: a longer form of it is not valid. */
constexpr char32_t SMALLEST[] = {0, 0, 0x80, 0x800, 0x10000};

std::size_t lengthBy(unsigned char first) {
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

char32_t codePoint(std::string_view text, std::size_t length) {
    if (length == 0 || length > text.size()) {
        return MALFORMED;
    }
    const unsigned char first = static_cast<unsigned char>(text[0]);
    char32_t point = length == 1 ? first : first & (0x7F >> length);
    for (std::size_t i = 1; i < length; i++) {
        const unsigned char next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) {
            return MALFORMED;
        }
        point = point << 6 | (next & 0x3F);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return point < SMALLEST[length] || surrogate || point > 0x10FFFF ? MALFORMED : point;
}

}  // namespace

char32_t nextCodePoint(std::string_view& text) {
    const std::size_t length = lengthBy(static_cast<unsigned char>(text[0]));
    const char32_t point = codePoint(text, length);
    text.remove_prefix(point == MALFORMED ? 1 : length);
    return point;
}

std::string repaired(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::string_view before = text;
        if (nextCodePoint(text) == MALFORMED) {
            out += REPLACEMENT;
        } else {
            out += before.substr(0, before.size() - text.size());
        }
    }
    return out;
}

}  // namespace pipemark::worker
