#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// Numbers in big-endian order, as the protocol has them.
namespace pipemark::worker {

/** Writes the lowest {@code width} bytes of a number, the highest of them first. */
inline void storeBig(char* at, std::uint64_t value, std::size_t width) {
    for (std::size_t i = width; i-- > 0; value >>= 8) {
        at[i] = static_cast<char>(value & 0xFF);
    }
}

/** Reads {@code width} bytes as an unsigned number. */
inline std::uint64_t loadBig(const char* at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; i++) {
        value = value << 8 | static_cast<unsigned char>(at[i]);
    }
    return value;
}

inline void appendBig(std::string& out, std::uint64_t value, std::size_t width) {
    out.append(width, '\0');
    storeBig(&out[out.size() - width], value, width);
}

}  // namespace pipemark::worker
