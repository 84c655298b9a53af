#include "format.h"

// JSON, CBOR and MessagePack by nlohmann/json.
#if __has_include(<nlohmann/json.hpp>)

#include <nlohmann/json.hpp>

#include "neutral.h"

#include <cstdint>

namespace pipemark::worker {

namespace {

/**
 * A value that keeps the members of a map in their order of arrival. The library's usual class sorts them. This class
 * finds a member by comparing one key after the other, so reading a map of n members takes up to n * n / 2 comparisons.
 * Of members with the same key, the last value remains, in the place of the first.
 */
using Json = nlohmann::ordered_json;

/**
 * The common part of the three formats. The library does not limit the depth of nesting. It reads JSON without recursion. It
 * writes JSON, and reads and writes the other two formats, with recursion. A value that is nested tens of thousands of levels
 * deep can therefore end the process.
 */
class NlohmannFormat : public Format {
public:
    std::string library() const override {
        return "nlohmann/json " + std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "."
               + std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." + std::to_string(NLOHMANN_JSON_VERSION_PATCH)
               + ", ordered_json";
    }

    void describe(std::string& out) const override {
        describe(out, value_);
    }

protected:
    Json value_;

    /** Returns the name of the tag that a binary value carries. */
    virtual std::string tag(std::uint64_t subtype) const = 0;

private:
    void describe(std::string& out, const Json& value) const {
        switch (value.type()) {
        case Json::value_t::null:
            out += "null";
            break;
        case Json::value_t::boolean:
            neutral::boolean(out, value.get<bool>());
            break;
        case Json::value_t::number_integer:
            neutral::integer(out, value.get<std::int64_t>());
            break;
        case Json::value_t::number_unsigned:
            neutral::natural(out, value.get<std::uint64_t>());
            break;
        case Json::value_t::number_float:
            neutral::floating(out, value.get<double>());
            break;
        case Json::value_t::string:
            neutral::text(out, value.get_ref<const std::string&>());
            break;
        case Json::value_t::binary:
            binary(out, value.get_binary());
            break;
        case Json::value_t::array:
            array(out, value);
            break;
        case Json::value_t::object:
            object(out, value);
            break;
        case Json::value_t::discarded:
            throw std::logic_error("the value was discarded by the parser");
        }
    }

    void array(std::string& out, const Json& value) const {
        out += '[';
        const char* separator = "";
        for (const Json& item : value) {
            out += separator;
            describe(out, item);
            separator = ",";
        }
        out += ']';
    }

    void object(std::string& out, const Json& value) const {
        out += '{';
        const char* separator = "";
        for (const auto& [key, member] : value.get_ref<const Json::object_t&>()) {
            out += separator;
            neutral::text(out, key);
            out += ':';
            describe(out, member);
            separator = ",";
        }
        out += '}';
    }

    void binary(std::string& out, const Json::binary_t& value) const {
        const std::string_view bytes(reinterpret_cast<const char*>(value.data()), value.size());
        if (!value.has_subtype()) {
            neutral::bytes(out, bytes);
            return;
        }
        out += "tag:" + tag(value.subtype()) + "(";
        neutral::bytes(out, bytes);
        out += ')';
    }
};

/** Integers beyond 64 bits become doubles. The parser refuses texts that are not UTF-8, and lone surrogates. */
class JsonFormat final : public NlohmannFormat {
public:
    void decode(std::string_view bytes) override {
        value_ = Json::parse(bytes.begin(), bytes.end());
    }

    void encode(std::string& out) const override {
        out += value_.dump();
    }

protected:
    std::string tag(std::uint64_t) const override {
        throw std::logic_error("JSON has no binary values");
    }
};

/**
 * The library keeps a tag only if bytes follow it and its number has two bytes or more. It drops the tags 6 to 20. It refuses
 * the tags 0 to 5 (dates and large numbers), and other values behind a tag with a longer number. A negative integer below
 * -2^63 arrives as another number.
 */
class CborFormat final : public NlohmannFormat {
public:
    void decode(std::string_view bytes) override {
        value_ = Json::from_cbor(bytes.begin(), bytes.end(), true, true, Json::cbor_tag_handler_t::store);
    }

    void encode(std::string& out) const override {
        Json::to_cbor(value_, out);
    }

protected:
    std::string tag(std::uint64_t subtype) const override {
        return "cbor-" + std::to_string(subtype);
    }
};

/** The library keeps extensions as binary values with a subtype, and knows no timestamps. Keys must be texts. */
class NlohmannMsgpackFormat final : public NlohmannFormat {
public:
    void decode(std::string_view bytes) override {
        value_ = Json::from_msgpack(bytes.begin(), bytes.end());
    }

    void encode(std::string& out) const override {
        Json::to_msgpack(value_, out);
    }

protected:
    /** The library keeps the types -128 to -1 as 128 to 255. */
    std::string tag(std::uint64_t subtype) const override {
        return "msgpack-" + std::to_string(static_cast<std::int8_t>(subtype));
    }
};

}  // namespace

std::unique_ptr<Format> jsonFormat() {
    return std::make_unique<JsonFormat>();
}

std::unique_ptr<Format> cborFormat() {
    return std::make_unique<CborFormat>();
}

std::unique_ptr<Format> nlohmannMsgpackFormat() {
    return std::make_unique<NlohmannMsgpackFormat>();
}

}  // namespace pipemark::worker

#else

namespace pipemark::worker {

namespace {

constexpr const char* PACKAGE = "nlohmann-json3-dev";

}  // namespace

std::unique_ptr<Format> jsonFormat() {
    throw Unavailable::library("json", PACKAGE);
}

std::unique_ptr<Format> cborFormat() {
    throw Unavailable::library("cbor", PACKAGE);
}

std::unique_ptr<Format> nlohmannMsgpackFormat() {
    throw Unavailable::library("msgpack-nlohmann", PACKAGE);
}

}  // namespace pipemark::worker

#endif
