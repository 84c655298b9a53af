#pragma once

#include "protocol.h"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace pipemark::worker {

/** A message that was received. Its content is valid until the next message is received or replies are sent. */
struct Message {
    Tag tag;
    std::int64_t argument;
    std::string_view content;
};

/** The connection cannot be used any longer. */
struct Disconnected : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** Messages that are sent together. Each has its own header. */
class Replies {
public:
    /**
     * Begins a message, and returns the string to which its content must be appended. A message that was begun but not
     * sealed is dropped.
     */
    std::string& begin();

    /** Ends the message that begin() started. */
    void seal(Tag tag, std::int64_t argument);

    /** Adds a message without content. */
    void add(Tag tag, std::int64_t argument);

    /** Returns the sealed messages, headers included. */
    std::string_view sealed() const {
        return std::string_view(bytes_).substr(0, sealed_);
    }

    /** Drops everything. */
    void clear();

private:
    std::string bytes_;
    std::size_t sealed_ = 0;
};

/** Messages over a pair of pipes. It is confined to one thread. */
class Link {
public:
    /** Creates a link. Its output no longer blocks, so that the link can read while the other side does not. */
    Link(int in, int out);

    /**
     * Waits for the next message.
     *
     * @return false if the input has ended
     * @throws Disconnected if the input ends within a message, or has bytes that are not a message
     */
    bool receive(Message& message);

    /** Whether the next message has arrived completely. */
    bool ready() const;

    /**
     * Sends the replies and drops them. While the other side does not read, this side reads: two sides that both write
     * would wait for each other for ever.
     *
     * @throws Disconnected if the other side has closed its end
     */
    void send(Replies& replies);

private:
    bool fill(std::size_t wanted);
    void makeRoom(std::size_t wanted);
    void readSome();
    void waitForOutput();

    const int in_;
    const int out_;
    std::vector<char> received_;
    std::size_t from_ = 0;
    std::size_t to_ = 0;
    bool ended_ = false;
};

}  // namespace pipemark::worker
