#include "session.h"

#include "bytes.h"
#include "refusal.h"

#include <cstddef>
#include <ctime>
#include <stdexcept>
#include <string>

#include <unistd.h>

namespace pipemark::worker {

namespace {

/** The replies are sent when they have this many bytes, or earlier. */
constexpr std::size_t HELD = 256 * 1024;

/** A request that this worker does not have. */
struct UnknownRequest : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** Appends a short text with its length, as Java's DataInput.readUTF reads it. */
void appendUtf(std::string& out, const std::string& text) {
    appendBig(out, text.size(), 2);
    out += text;
}

std::string runtime() {
    std::string language = "C++" + std::to_string(__cplusplus / 100 % 100) + ", ";
#if defined(__clang__)
    return language + "clang++ " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#elif defined(__GNUC__)
    return language + "g++ " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#else
    return language + "unknown compiler";
#endif
}

void greet(Replies& replies, const Format& format, const std::string& name, const std::string& message) {
    std::string& out = replies.begin();
    appendBig(out, MAGIC, 4);
    appendBig(out, VERSION, 4);
    appendUtf(out, name);
    appendUtf(out, message);
    appendBig(out, static_cast<std::uint64_t>(getpid()), 8);
    appendUtf(out, runtime());
    appendUtf(out, format.library());
    replies.seal(Tag::Hello, 0);
}

std::uint64_t nanos(clockid_t clock) {
    std::timespec time{};
    clock_gettime(clock, &time);
    return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(time.tv_nsec);
}

void appendUsage(std::string& out) {
    // The process has used at least as much as its thread, so it is read last.
    const std::uint64_t thread = nanos(CLOCK_THREAD_CPUTIME_ID);
    appendBig(out, nanos(CLOCK_PROCESS_CPUTIME_ID), 8);
    appendBig(out, thread, 8);
    // Allocated bytes are not counted. There is no collector, no compiler at run time, and no class to load.
    for (int i = 0; i < 4; i++) {
        appendBig(out, 0, 8);
    }
}

}  // namespace

void Session::handle(const Message& request, Replies& replies) {
    const char* reached = stage::PROTOCOL;
    try {
        answer(request, replies, reached);
    } catch (const NotOpen&) {
        refuse(stage::PROTOCOL, replies);
    } catch (...) {
        refuse(reached, replies);
    }
}

void Session::drained(Replies& replies) {
    if (unacknowledged_) {
        unacknowledged_ = false;
        replies.add(Tag::Ack, sunk_);
    }
}

/** Sets the stage that it has reached before each step, for the refusal if that step fails. */
void Session::answer(const Message& request, Replies& replies, const char*& reached) {
    switch (request.tag) {
    case Tag::Echo:
        reached = stage::DECODE;
        format_.decode(request.content);
        reached = stage::ENCODE_REPLY;
        format_.encode(replies.begin());
        replies.seal(Tag::Value, request.argument);
        break;
    case Tag::Sink:
        reached = stage::DECODE;
        format_.decode(request.content);
        sunk_++;
        unacknowledged_ = true;
        break;
    case Tag::EchoFrame:
        replies.begin() += request.content;
        replies.seal(Tag::Value, request.argument);
        break;
    case Tag::Describe:
        reached = stage::DECODE;
        format_.decode(request.content);
        reached = stage::USE;
        format_.describe(replies.begin());
        replies.seal(Tag::Value, request.argument);
        break;
    case Tag::Note:
        appendUsage(replies.begin());
        replies.seal(Tag::Usage, 0);
        break;
    case Tag::Open:
        reached = stage::OPEN;
        format_.open(std::string(request.content));
        replies.add(Tag::Done, 0);
        break;
    default:
        throw UnknownRequest("no request has the tag " + std::to_string(static_cast<int>(request.tag)));
    }
}

void serve(Link& link, Format& format, const std::string& name, const std::string& message) {
    Replies replies;
    greet(replies, format, name, message);
    link.send(replies);
    Session session(format);
    Message request;
    while (link.receive(request)) {
        session.handle(request, replies);
        if (!link.ready() || replies.sealed().size() > HELD) {
            session.drained(replies);
            link.send(replies);
        }
    }
}

}  // namespace pipemark::worker
