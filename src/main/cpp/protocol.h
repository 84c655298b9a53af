#pragma once

#include <cstddef>
#include <cstdint>

// The numbers of the protocol. docs/protocol.md explains them.
namespace pipemark::worker {

constexpr std::uint32_t MAGIC = 0x50495045;
constexpr std::uint32_t VERSION = 4;

/** The upper half of the second word of each header. */
constexpr std::uint32_t MARK = 0x504D0000;

constexpr std::size_t HEADER = 16;

/** The exit code if the worker cannot serve. Its stderr gives the reason. */
constexpr int CANNOT_SERVE = 71;

/** The kind of a message. A message that arrives may have any other value. */
enum class Tag : std::uint16_t {
    Open = 1,
    Echo = 2,
    Sink = 4,
    EchoFrame = 5,
    Note = 6,
    Describe = 20,

    Hello = 101,
    Done = 102,
    Value = 103,
    Ack = 105,
    Usage = 106,
    Refused = 109,
};

/** The stage of a request that failed. */
namespace stage {
constexpr const char* OPEN = "OPEN";
constexpr const char* DECODE = "DECODE";
constexpr const char* USE = "USE";
constexpr const char* ENCODE_REPLY = "ENCODE_REPLY";
constexpr const char* PROTOCOL = "PROTOCOL";
}  // namespace stage

}  // namespace pipemark::worker
