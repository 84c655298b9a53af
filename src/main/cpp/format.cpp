#include "format.h"

namespace pipemark::worker {

namespace {

struct Entry {
    const char* name;
    std::unique_ptr<Format> (*make)();
};

constexpr Entry FORMATS[] = {
    {"cbor", cborFormat},
    {"json", jsonFormat},
    {"msgpack", msgpackFormat},
    {"msgpack-nlohmann", nlohmannMsgpackFormat},
    {"protobuf", protobufFormat},
};

}  // namespace

Unavailable Unavailable::library(const std::string& format, const std::string& packages) {
    return Unavailable("this worker was built without the library for " + format + ": run apt-get install " + packages
                       + ", then scripts/build-workers");
}

void Format::open(const std::string&) {}

std::unique_ptr<Format> formatOf(const std::string& name, const std::string& message) {
    std::string names;
    for (const Entry& entry : FORMATS) {
        if (name == entry.name) {
            std::unique_ptr<Format> format = entry.make();
            if (!message.empty()) {
                format->open(message);
            }
            return format;
        }
        names += names.empty() ? "" : ", ";
        names += entry.name;
    }
    throw Unavailable("there is no format '" + name + "': this worker has " + names);
}

}  // namespace pipemark::worker
