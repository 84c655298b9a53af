#include "format.h"

// Protocol Buffers by Google's C++ library, with the messages of src/main/proto. The generated classes are used through
// reflection only, so that one description fits every message.
#if __has_include("pipemark.pb.h") && __has_include(<google/protobuf/message.h>)

#include "neutral.h"
#include "pipemark.pb.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/stubs/common.h>
#if GOOGLE_PROTOBUF_VERSION < 4000000
#include <google/protobuf/stubs/logging.h>
#endif

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pipemark::worker {

namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::MessageFactory;
using google::protobuf::Reflection;
using ProtoMessage = google::protobuf::Message;

struct ParseFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** The last line that the library logged. The library throws no exceptions, so only its log has a reason. */
std::string logged;

#if GOOGLE_PROTOBUF_VERSION < 4000000
void keepLog(google::protobuf::LogLevel, const char*, int, const std::string& text) {
    logged = text;
}
#endif

/** Describes one message, and those inside. */
class Describer {
public:
    explicit Describer(std::string& out) : out_(out) {}

    /** Describes the fields. Unset fields, and fields that the schema does not have, are left out. */
    void message(const ProtoMessage& message) {
        out_ += "message:" + message.GetDescriptor()->full_name() + "{";
        const char* separator = "";
        for (const FieldDescriptor* field : inOrder(message.GetDescriptor())) {
            if (!field->is_repeated() && field->has_presence() && !message.GetReflection()->HasField(message, field)) {
                continue;
            }
            out_ += separator + field->name() + ":";
            if (field->is_repeated()) {
                list(message, field);
            } else {
                value(message, field, SINGLE);
            }
            separator = ",";
        }
        out_ += '}';
    }

private:
    static constexpr int SINGLE = -1;

    static std::vector<const FieldDescriptor*> inOrder(const Descriptor* type) {
        std::vector<const FieldDescriptor*> fields;
        for (int i = 0; i < type->field_count(); i++) {
            fields.push_back(type->field(i));
        }
        std::sort(fields.begin(), fields.end(), [](const FieldDescriptor* a, const FieldDescriptor* b) {
            return a->number() < b->number();
        });
        return fields;
    }

    void list(const ProtoMessage& message, const FieldDescriptor* field) {
        out_ += '[';
        const int size = message.GetReflection()->FieldSize(message, field);
        for (int i = 0; i < size; i++) {
            out_ += i == 0 ? "" : ",";
            value(message, field, i);
        }
        out_ += ']';
    }

    /** Appends the value of a field, or one of its values if there is an index. */
    void value(const ProtoMessage& m, const FieldDescriptor* f, int i) {
        const Reflection& r = *m.GetReflection();
        const bool single = i == SINGLE;
        switch (f->cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            neutral::integer(out_, single ? r.GetInt32(m, f) : r.GetRepeatedInt32(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_INT64:
            neutral::integer(out_, single ? r.GetInt64(m, f) : r.GetRepeatedInt64(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_UINT32:
            neutral::natural(out_, single ? r.GetUInt32(m, f) : r.GetRepeatedUInt32(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_UINT64:
            neutral::natural(out_, single ? r.GetUInt64(m, f) : r.GetRepeatedUInt64(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_DOUBLE:
            neutral::floating(out_, single ? r.GetDouble(m, f) : r.GetRepeatedDouble(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_FLOAT:
            neutral::floating(out_, single ? r.GetFloat(m, f) : r.GetRepeatedFloat(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_BOOL:
            neutral::boolean(out_, single ? r.GetBool(m, f) : r.GetRepeatedBool(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_ENUM:
            enumeration(f, single ? r.GetEnumValue(m, f) : r.GetRepeatedEnumValue(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_STRING:
            text(f, single ? r.GetString(m, f) : r.GetRepeatedString(m, f, i));
            break;
        case FieldDescriptor::CPPTYPE_MESSAGE:
            message(single ? r.GetMessage(m, f) : r.GetRepeatedMessage(m, f, i));
            break;
        }
    }

    void text(const FieldDescriptor* field, const std::string& value) {
        if (field->type() == FieldDescriptor::TYPE_BYTES) {
            neutral::bytes(out_, value);
        } else {
            neutral::text(out_, value);
        }
    }

    /** The library keeps a number that has no name. */
    void enumeration(const FieldDescriptor* field, int number) {
        const EnumValueDescriptor* named = field->enum_type()->FindValueByNumber(number);
        out_ += "tag:enum(";
        if (named == nullptr) {
            neutral::integer(out_, number);
        } else {
            neutral::text(out_, named->name());
        }
        out_ += ')';
    }

    std::string& out_;
};

/**
 * Each value is a new message. The library refuses messages that are nested more than 100 deep, and texts that are not
 * UTF-8. It keeps fields that the schema does not have, and writes them again.
 */
class ProtobufFormat final : public Format {
public:
    ProtobufFormat() {
#if GOOGLE_PROTOBUF_VERSION < 4000000
        google::protobuf::SetLogHandler(keepLog);
#endif
    }

    std::string library() const override {
        constexpr int version = GOOGLE_PROTOBUF_VERSION;
        return "protobuf " + std::to_string(version / 1'000'000) + "." + std::to_string(version / 1000 % 1000) + "."
               + std::to_string(version % 1000);
    }

    void open(const std::string& message) override {
        const Descriptor* type = DescriptorPool::generated_pool()->FindMessageTypeByName(message);
        if (type == nullptr) {
            throw Unavailable("src/main/proto/pipemark.proto has no message '" + message
                              + "': give its full name, such as pipemark.MediaContent");
        }
        prototype_ = MessageFactory::generated_factory()->GetPrototype(type);
        value_.reset(prototype_->New());
    }

    void decode(std::string_view bytes) override {
        if (prototype_ == nullptr) {
            throw NotOpen("no message of the schema is open");
        }
        value_.reset(prototype_->New());
        logged.clear();
        if (!value_->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
            throw ParseFailed("the bytes are no " + value_->GetDescriptor()->full_name()
                              + (logged.empty() ? "" : ": " + logged));
        }
    }

    void encode(std::string& out) const override {
        if (!value_->AppendToString(&out)) {
            throw std::runtime_error("the message cannot be serialized");
        }
    }

    void describe(std::string& out) const override {
        Describer(out).message(*value_);
    }

private:
    const ProtoMessage* prototype_ = nullptr;
    std::unique_ptr<ProtoMessage> value_;
};

}  // namespace

std::unique_ptr<Format> protobufFormat() {
    return std::make_unique<ProtobufFormat>();
}

}  // namespace pipemark::worker

#else

namespace pipemark::worker {

std::unique_ptr<Format> protobufFormat() {
    throw Unavailable::library("protobuf", "protobuf-compiler libprotobuf-dev");
}

}  // namespace pipemark::worker

#endif
