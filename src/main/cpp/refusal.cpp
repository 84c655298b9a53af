#include "refusal.h"

#include "bytes.h"
#include "utf8.h"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <typeinfo>

#include <cxxabi.h>

namespace pipemark::worker {

namespace {

/** The maximum number of bytes of a text. An exception's message may contain the whole refused value. */
constexpr std::size_t LONGEST = 64 * 1024;

std::string cut(std::string_view text) {
    if (text.size() <= LONGEST) {
        return std::string(text);
    }
    return std::string(text.substr(0, LONGEST / 2)) + " ... " + std::string(text.substr(text.size() - LONGEST / 2));
}

/** Returns the full name of the exception that is being handled. */
std::string typeName() {
    const std::type_info* type = abi::__cxa_current_exception_type();
    if (type == nullptr) {
        return "unknown exception";
    }
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> name(
        abi::__cxa_demangle(type->name(), nullptr, nullptr, &status), std::free);
    return name == nullptr ? type->name() : name.get();
}

std::string withoutNamespace(const std::string& name) {
    const std::size_t last = name.rfind("::");
    return last == std::string::npos || name.back() == '>' ? name : name.substr(last + 2);
}

/** Returns the message of the exception that is being handled. */
std::string what() {
    try {
        throw;
    } catch (const std::exception& e) {
        return e.what();
    } catch (...) {
        return "it is no std::exception";
    }
}

void appendText(std::string& out, const std::string& text) {
    const std::string valid = repaired(cut(text));
    appendBig(out, valid.size(), 4);
    out += valid;
}

}  // namespace

void refuse(const char* stage, Replies& replies) {
    const std::string name = typeName();
    const std::string says = what();
    std::string& out = replies.begin();
    appendBig(out, std::strlen(stage), 2);
    out += stage;
    appendText(out, withoutNamespace(name) + ": " + says);
    // C++ keeps no stack of an exception. The full name shows which library threw it.
    appendText(out, name + ": " + says);
    replies.seal(Tag::Refused, 0);
}

}  // namespace pipemark::worker
