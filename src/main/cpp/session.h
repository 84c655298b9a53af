#pragma once

#include "format.h"
#include "wire.h"

#include <cstdint>

namespace pipemark::worker {

/** The worker's side of the protocol: it answers requests about one format. */
class Session {
public:
    explicit Session(Format& format) : format_(format) {}

    /** Answers one request. If it fails, the answer is the refusal. */
    void handle(const Message& request, Replies& replies);

    /** Adds the acknowledgement of the values that were decoded since the last one. */
    void drained(Replies& replies);

private:
    void answer(const Message& request, Replies& replies, const char*& reached);

    Format& format_;
    std::int64_t sunk_ = 0;
    bool unacknowledged_ = false;
};

/**
 * Greets, and then serves until the input ends.
 *
 * @throws Disconnected if the connection breaks
 */
void serve(Link& link, Format& format, const std::string& name, const std::string& message);

}  // namespace pipemark::worker
