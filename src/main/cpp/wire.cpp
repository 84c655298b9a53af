#include "wire.h"

#include "bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace pipemark::worker {

namespace {

constexpr std::size_t TAG_AT = 4;
constexpr std::size_t ARGUMENT_AT = 8;

/** The lengths of messages are Java's int. */
constexpr std::size_t LONGEST = std::numeric_limits<std::int32_t>::max();

/** Four times the capacity of a Linux pipe. */
constexpr std::size_t FIRST_ROOM = 256 * 1024;

/** The capacity of a Linux pipe. */
constexpr std::size_t CHUNK = 64 * 1024;

/** The most bytes allocated for a message before its bytes arrive. */
constexpr std::size_t BELIEVED = 1024 * 1024;

/** The most unread bytes that are kept while the output is full. */
constexpr std::size_t KEPT = 64 * 1024 * 1024;

Disconnected failed(const char* what) {
    return Disconnected(std::string(what) + ": " + std::strerror(errno));
}

}  // namespace

std::string& Replies::begin() {
    bytes_.resize(sealed_);
    bytes_.append(HEADER, '\0');
    return bytes_;
}

void Replies::seal(Tag tag, std::int64_t argument) {
    const std::size_t length = bytes_.size() - sealed_ - HEADER;
    if (length > LONGEST) {
        throw std::length_error("the reply has " + std::to_string(length) + " bytes, and a message at most "
                                + std::to_string(LONGEST));
    }
    char* header = &bytes_[sealed_];
    storeBig(header, length, 4);
    storeBig(header + TAG_AT, MARK | static_cast<std::uint32_t>(tag), 4);
    storeBig(header + ARGUMENT_AT, static_cast<std::uint64_t>(argument), 8);
    sealed_ = bytes_.size();
}

void Replies::add(Tag tag, std::int64_t argument) {
    begin();
    seal(tag, argument);
}

void Replies::clear() {
    bytes_.clear();
    sealed_ = 0;
}

Link::Link(int in, int out) : in_(in), out_(out), received_(FIRST_ROOM) {
    const int flags = fcntl(out, F_GETFL);
    if (flags < 0 || fcntl(out, F_SETFL, flags | O_NONBLOCK) < 0) {
        throw failed("standard output cannot be used");
    }
}

bool Link::receive(Message& message) {
    if (!fill(HEADER)) {
        return false;
    }
    const char* header = &received_[from_];
    const std::size_t length = loadBig(header, 4);
    const std::uint32_t word = static_cast<std::uint32_t>(loadBig(header + TAG_AT, 4));
    if (length > LONGEST || (word & 0xFFFF0000) != MARK) {
        throw Disconnected("the received bytes are not a message");
    }
    fill(HEADER + length);
    header = &received_[from_];  // the buffer may have moved
    message.tag = static_cast<Tag>(word & 0xFFFF);
    message.argument = static_cast<std::int64_t>(loadBig(header + ARGUMENT_AT, 8));
    message.content = std::string_view(header + HEADER, length);
    from_ += HEADER + length;
    return true;
}

bool Link::ready() const {
    const std::size_t there = to_ - from_;
    return there >= HEADER && there - HEADER >= loadBig(&received_[from_], 4);
}

void Link::send(Replies& replies) {
    std::string_view rest = replies.sealed();
    while (!rest.empty()) {
        const ssize_t written = write(out_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            waitForOutput();
        } else if (errno != EINTR) {
            throw failed("standard output cannot be written");
        }
    }
    replies.clear();
}

/** Reads until {@code wanted} bytes are there. Returns false if the input ends before the first of them. */
bool Link::fill(std::size_t wanted) {
    while (to_ - from_ < wanted) {
        if (ended_) {
            if (to_ == from_) {
                return false;
            }
            throw Disconnected("standard input ended within a message");
        }
        makeRoom(wanted);
        readSome();
    }
    return true;
}

/**
 * Makes room for at least one more byte. The buffer grows only as bytes arrive, whatever length a message announces.
 */
void Link::makeRoom(std::size_t wanted) {
    if (from_ == to_) {
        from_ = 0;
        to_ = 0;
    }
    if (from_ + wanted <= received_.size() && to_ < received_.size()) {
        return;
    }
    std::memmove(&received_[0], &received_[from_], to_ - from_);
    to_ -= from_;
    from_ = 0;
    if (wanted > received_.size()) {
        received_.resize(std::max(received_.size(), std::min(wanted, std::max(BELIEVED, 2 * to_))));
    }
}

/** Reads all available bytes, and waits only if there are none. */
void Link::readSome() {
    const ssize_t count = read(in_, &received_[to_], received_.size() - to_);
    if (count > 0) {
        to_ += static_cast<std::size_t>(count);
    } else if (count == 0) {
        ended_ = true;
    } else if (errno != EINTR) {
        throw failed("standard input cannot be read");
    }
}

/** Waits until the output takes bytes, and meanwhile reads what arrives. */
void Link::waitForOutput() {
    const bool reads = !ended_ && to_ - from_ < KEPT;
    pollfd ends[] = {{out_, POLLOUT, 0}, {in_, POLLIN, 0}};
    if (poll(ends, reads ? 2 : 1, -1) < 0) {
        if (errno == EINTR) {
            return;
        }
        throw failed("standard output cannot be written");
    }
    if (ends[0].revents == 0 && reads && ends[1].revents != 0) {
        makeRoom(to_ - from_ + CHUNK);
        readSome();
    }
}

}  // namespace pipemark::worker
