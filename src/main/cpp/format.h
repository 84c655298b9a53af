#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pipemark::worker {

/** The worker does not have a format, or a message of it. The text says what to do. */
struct Unavailable : std::runtime_error {
    using std::runtime_error::runtime_error;

    /** A library was missing when this program was compiled. */
    static Unavailable library(const std::string& format, const std::string& packages);
};

/** A request came before any message of the schema was open. */
struct NotOpen : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** One format, read and written by one library. Holds the value that was decoded last. */
class Format {
public:
    virtual ~Format() = default;

    /** Returns the library and its version. */
    virtual std::string library() const = 0;

    /**
     * Selects a message of the schema. Ignored by a format that has none.
     *
     * @throws Unavailable if the schema has no such message
     */
    virtual void open(const std::string& message);

    /**
     * Decodes one value, and keeps nothing of the bytes.
     *
     * @throws NotOpen if the format has a schema and no message is open
     * @throws std::exception if the bytes are not exactly one value
     */
    virtual void decode(std::string_view bytes) = 0;

    /** Appends the value that was decoded last, encoded again. */
    virtual void encode(std::string& out) const = 0;

    /** Appends the neutral description of the value that was decoded last. */
    virtual void describe(std::string& out) const = 0;
};

/**
 * Returns the format of a name.
 *
 * @param message the full name of the schema's message, or empty
 * @throws Unavailable if there is no such format or message, or if its library is missing
 */
std::unique_ptr<Format> formatOf(const std::string& name, const std::string& message);

std::unique_ptr<Format> msgpackFormat();
std::unique_ptr<Format> jsonFormat();
std::unique_ptr<Format> cborFormat();
std::unique_ptr<Format> nlohmannMsgpackFormat();
std::unique_ptr<Format> protobufFormat();

}  // namespace pipemark::worker
