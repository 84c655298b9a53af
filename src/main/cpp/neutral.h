#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/**
 * The parts of a neutral description, which says in the same words in every language what a decoder has read.
 * docs/protocol.md defines it. Each function appends one value.
 */
namespace pipemark::worker::neutral {

void boolean(std::string& out, bool value);

void integer(std::string& out, std::int64_t value);

void natural(std::string& out, std::uint64_t value);

void floating(std::string& out, double value);

/** Appends a text by its UTF-16 units, or by its bytes if these are not UTF-8. */
void text(std::string& out, std::string_view utf8);

void bytes(std::string& out, std::string_view value);

}  // namespace pipemark::worker::neutral
