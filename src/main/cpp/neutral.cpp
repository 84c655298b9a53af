#include "neutral.h"

#include "utf8.h"

#include <cmath>
#include <cstddef>
#include <cstring>

namespace pipemark::worker::neutral {

namespace {

constexpr const char* DIGITS = "0123456789abcdef";

/** Appends the lowest digits of a number, the highest of them first. */
void hex(std::string& out, std::uint64_t value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        out += DIGITS[value >> shift & 0xF];
    }
}

void hex(std::string& out, std::string_view value) {
    for (const char each : value) {
        hex(out, static_cast<unsigned char>(each), 2);
    }
}

void unit(std::string& out, char32_t value) {
    out += "\\u";
    hex(out, value, 4);
}

void character(std::string& out, char32_t point) {
    if (point >= 0x20 && point <= 0x7E && point != '"' && point != '\\') {
        out += static_cast<char>(point);
    } else if (point < 0x10000) {
        unit(out, point);
    } else {
        unit(out, 0xD800 + ((point - 0x10000) >> 10));
        unit(out, 0xDC00 + ((point - 0x10000) & 0x3FF));
    }
}

}  // namespace

void boolean(std::string& out, bool value) {
    out += value ? "true" : "false";
}

void integer(std::string& out, std::int64_t value) {
    out += "int:";
    out += std::to_string(value);
}

void natural(std::string& out, std::uint64_t value) {
    out += "int:";
    out += std::to_string(value);
}

void floating(std::string& out, double value) {
    out += "float:";
    if (std::isnan(value)) {
        out += "nan";
        return;
    }
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    hex(out, bits, 16);
}

void text(std::string& out, std::string_view utf8) {
    const std::size_t start = out.size();
    out += "text:\"";
    for (std::string_view rest = utf8; !rest.empty();) {
        const char32_t point = nextCodePoint(rest);
        if (point == MALFORMED) {
            out.resize(start);
            out += "text!";
            hex(out, utf8);
            return;
        }
        character(out, point);
    }
    out += '"';
}

void bytes(std::string& out, std::string_view value) {
    out += "bytes:";
    hex(out, value);
}

}  // namespace pipemark::worker::neutral
