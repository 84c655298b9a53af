#include "format.h"

// MessagePack by msgpack-cxx (msgpack-c's C++ part), without the adaptors for Boost.
#if __has_include(<msgpack.hpp>)

#define MSGPACK_NO_BOOST
#include <msgpack.hpp>

#include "neutral.h"

#include <cstddef>
#include <cstdint>
#include <ctime>

namespace pipemark::worker {

namespace {

/** Appends the packed bytes to a string. */
struct Sink {
    std::string& out;

    void write(const char* bytes, std::size_t count) {
        out.append(bytes, count);
    }
};

/**
 * Describes each part that the library's own walk over a value visits. Each function returns true to continue. This walk,
 * unpacking and packing keep a stack on the heap: no nesting is too deep.
 */
class Describer {
public:
    explicit Describer(std::string& out) : out_(out) {}

    bool visit_nil() {
        out_ += "null";
        return true;
    }

    bool visit_boolean(bool value) {
        neutral::boolean(out_, value);
        return true;
    }

    bool visit_positive_integer(std::uint64_t value) {
        neutral::natural(out_, value);
        return true;
    }

    bool visit_negative_integer(std::int64_t value) {
        neutral::integer(out_, value);
        return true;
    }

    bool visit_float32(float value) {
        neutral::floating(out_, value);
        return true;
    }

    bool visit_float64(double value) {
        neutral::floating(out_, value);
        return true;
    }

    /** The library does not check that a text is UTF-8. */
    bool visit_str(const char* value, std::uint32_t size) {
        neutral::text(out_, std::string_view(value, size));
        return true;
    }

    bool visit_bin(const char* value, std::uint32_t size) {
        neutral::bytes(out_, std::string_view(value, size));
        return true;
    }

    /** The first byte is the extension's type. */
    bool visit_ext(const char* value, std::size_t size) {
        msgpack::object extension;
        extension.type = msgpack::type::EXT;
        extension.via.ext.ptr = value;
        extension.via.ext.size = static_cast<std::uint32_t>(size - 1);
        if (!timestamp(extension)) {
            out_ += "tag:msgpack-" + std::to_string(extension.via.ext.type()) + "(";
            neutral::bytes(out_, std::string_view(value + 1, size - 1));
            out_ += ')';
        }
        return true;
    }

    bool start_array(std::uint32_t) {
        return opens('[');
    }

    bool start_array_item() {
        return separates();
    }

    bool end_array_item() {
        return goesOn();
    }

    bool end_array() {
        return closes(']');
    }

    bool start_map(std::uint32_t) {
        return opens('{');
    }

    bool start_map_key() {
        return separates();
    }

    bool end_map_key() {
        out_ += ':';
        return true;
    }

    bool start_map_value() {
        return true;
    }

    bool end_map_value() {
        return goesOn();
    }

    bool end_map() {
        return closes('}');
    }

private:
    /** The library reads the three lengths of a timestamp, and no others. */
    bool timestamp(const msgpack::object& extension) {
        if (extension.via.ext.type() != -1) {
            return false;
        }
        std::timespec time;
        try {
            extension.convert(time);
        } catch (const msgpack::type_error&) {
            return false;
        }
        out_ += "tag:timestamp(";
        neutral::integer(out_, time.tv_sec);
        out_ += ',';
        neutral::integer(out_, time.tv_nsec);
        out_ += ')';
        return true;
    }

    bool opens(char bracket) {
        out_ += bracket;
        first_ = true;
        return true;
    }

    bool separates() {
        if (!first_) {
            out_ += ',';
        }
        return true;
    }

    bool goesOn() {
        first_ = false;
        return true;
    }

    bool closes(char bracket) {
        out_ += bracket;
        return true;
    }

    std::string& out_;

    /** Whether the next part is the first one of its list or map. */
    bool first_ = true;
};

/**
 * Keeps the order of maps, duplicate keys, and extensions. The library writes a floating-point number that has no fraction as
 * an integer: 7.0 leaves as 7, and -0.0 as 0.
 */
class MsgpackFormat final : public Format {
public:
    std::string library() const override {
        return std::string("msgpack-cxx ") + MSGPACK_VERSION;
    }

    void decode(std::string_view bytes) override {
        std::size_t end = 0;
        value_ = msgpack::unpack(bytes.data(), bytes.size(), end);
        if (end != bytes.size()) {
            throw msgpack::parse_error("bytes follow the value");
        }
    }

    void encode(std::string& out) const override {
        Sink sink{out};
        msgpack::packer<Sink>(sink).pack(value_.get());
    }

    void describe(std::string& out) const override {
        Describer describer(out);
        msgpack::object_parser(value_.get()).parse(describer);
    }

private:
    msgpack::object_handle value_;
};

}  // namespace

std::unique_ptr<Format> msgpackFormat() {
    return std::make_unique<MsgpackFormat>();
}

}  // namespace pipemark::worker

#else

namespace pipemark::worker {

std::unique_ptr<Format> msgpackFormat() {
    throw Unavailable::library("msgpack", "libmsgpack-cxx-dev");
}

}  // namespace pipemark::worker

#endif
