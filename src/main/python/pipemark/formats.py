"""The formats that this worker reads and writes, with Python's libraries for them.

Each library is used as its documentation shows first, and decoding is strict: bytes that follow the value are an error.
"""
import functools
import importlib
import importlib.metadata
import io
import json
import pathlib
import sys
from typing import Any, Callable, NamedTuple, Optional

from pipemark import protocol
from pipemark.describe import Record, Tag

# Avro's schemas. The library reads them as they are.
SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "avro"


class CannotServe(Exception):
    """The format or its library is missing. The message says what to install."""


class UnknownMessage(LookupError):
    """The schema has no message of this name."""


class Format(NamedTuple):
    """A format that is open, for one message if it has a schema."""

    library: str  # with its version
    decode: Optional[Callable[[bytes], Any]]  # None if no message is open
    encode: Callable[[Any], bytes]
    own: Callable[[Any], Any] = lambda value: value  # makes the library's objects neutral, for describe()


def open_format(name, message):
    """Opens a format by name.

    message is the full name of the schema's message. Formats without a schema ignore it. If it is empty, a format with
    a schema decodes nothing. Raises CannotServe, and UnknownMessage if the schema does not have the message.
    """
    if name not in FORMATS:
        raise CannotServe(f"the Python worker has no format '{name}': it has {', '.join(FORMATS)}")
    return FORMATS[name](message)


def _json(message):
    """The standard library's json.

    By default it decodes NaN, Infinity and -Infinity, which JSON does not have, and encodes them again. It takes whole
    numbers of any size (of up to 4300 digits, Python's limit for text), so that 2**64 stays exact, and numbers with a
    point or an exponent as double: 1e400 becomes infinity. The last of several equal keys wins. A lone surrogate,
    escaped or as bytes, becomes a character of its own. UTF-16 and UTF-32 are recognized and decoded, too. Text leaves
    as ASCII with escapes, surrogates included. The one option set here leaves out the spaces after commas and colons.
    """
    encode = json.JSONEncoder(separators=(",", ":")).encode
    return Format("json of " + protocol.runtime(), json.loads, lambda value: encode(value).encode())


def _msgpack(message):
    """Debian's python3-msgpack. Keys of any type that Python can hash are allowed; a list as a key is refused.

    Timestamps stay what they are. Converting them to float or datetime would lose nanoseconds.
    """
    msgpack = _library("msgpack", "python3-msgpack")

    def own(value):
        if isinstance(value, msgpack.Timestamp):
            return Tag("timestamp", [value.seconds, value.nanoseconds])
        if isinstance(value, msgpack.ExtType):
            return Tag(f"msgpack-{value.code}", [value.data])
        return value

    version = "msgpack " + ".".join(map(str, msgpack.version)) + _pure(msgpack.Packer, "msgpack.fallback")
    decode = functools.partial(msgpack.unpackb, raw=False, strict_map_key=False)
    return Format(version, decode, msgpack.Packer().pack, own)


def _cbor(message):
    """Debian's python3-cbor2. It turns the tags that it knows into objects of Python, and the last of equal keys wins."""
    cbor2 = _library("cbor2", "python3-cbor2")

    def own(value):
        if isinstance(value, cbor2.CBORTag):
            return Tag(f"cbor-{value.tag}", [value.value])
        if isinstance(value, cbor2.CBORSimpleValue):
            return Tag("simple", [value.value])
        if value is cbor2.undefined:
            return Tag("undefined", [])
        return value

    version = "cbor2 " + importlib.metadata.version("cbor2") + _pure(cbor2.CBORDecoder, "cbor2.decoder")
    decode = functools.partial(_whole, lambda stream: cbor2.CBORDecoder(stream).decode())
    return Format(version, decode, cbor2.dumps, own)


def _protobuf(message):
    """Debian's python3-protobuf. Fields that the schema does not know are kept, and are written again."""
    protobuf = _library("google.protobuf", "python3-protobuf")
    implementation = importlib.import_module("google.protobuf.internal.api_implementation").Type()
    version = f"protobuf {protobuf.__version__} ({implementation})"
    decode = _message_class(message).FromString if message else None
    return Format(version, decode, lambda value: value.SerializeToString(), _own_message)


def _message_class(message):
    try:
        # scripts/build-workers makes this module, and a launcher that finds it.
        schema = importlib.import_module("pipemark_pb2")
    except ModuleNotFoundError:
        raise CannotServe(
            "the schema is not built for Python: apt-get install protobuf-compiler, run scripts/build-workers, and"
            " start target/workers/python"
        ) from None
    package = schema.DESCRIPTOR.package + "."
    kind = schema
    for name in message[len(package) :].split(".") if message.startswith(package) else [""]:
        kind = getattr(kind, name, None)
    if not hasattr(kind, "FromString"):
        known = ", ".join(package + name for name in schema.DESCRIPTOR.message_types_by_name)
        raise UnknownMessage(f"the schema has no message '{message}': it has {known}")
    return kind


def _own_message(value):
    """Makes a message neutral. Unset fields are left out. A field that is neither optional nor a message is always set."""
    if not hasattr(value, "DESCRIPTOR"):
        return value
    fields = []
    for field in sorted(value.DESCRIPTOR.fields, key=lambda field: field.number):
        content = getattr(value, field.name)
        if field.label == field.LABEL_REPEATED:
            fields.append((field.name, [_field(field, one) for one in content]))
        elif not (field.message_type or field.containing_oneof) or value.HasField(field.name):
            fields.append((field.name, _field(field, content)))
    return Record(value.DESCRIPTOR.full_name, fields)


def _field(field, value):
    if not field.enum_type:
        return value
    known = field.enum_type.values_by_number.get(value)
    return Tag("enum", [known.name if known else value])


def _avro(message):
    """Debian's python3-avro. It decodes a record to a dict without a name, and the constant of an enum to a text."""
    avro = _library("avro", "python3-avro")
    importlib.import_module("avro.io")  # It imports the other parts.
    schema = _avro_schema(avro, message) if message else None
    reader, writer = avro.io.DatumReader(schema), avro.io.DatumWriter(schema)

    def encode(value):
        stream = io.BytesIO()
        writer.write(value, avro.io.BinaryEncoder(stream))
        return stream.getvalue()

    decode = functools.partial(_whole, lambda stream: reader.read(avro.io.BinaryDecoder(stream)))
    return Format("avro " + importlib.metadata.version("avro"), decode if message else None, encode)


def _avro_schema(avro, message):
    """Returns the type with this full name, or the schema that the message is: JSON that refers to such names."""
    names = avro.name.Names()
    for file in sorted(SCHEMAS.glob("*.avsc")):
        avro.schema.make_avsc_object(json.loads(file.read_text("utf-8")), names)
    try:
        if message.startswith("{"):
            return avro.schema.make_avsc_object(json.loads(message), names)
        return names.names[message]
    except (KeyError, ValueError, avro.errors.AvroException) as e:
        known = ", ".join(names.names)
        raise UnknownMessage(f"src/main/avro has no schema '{message}': it has {known}") from e


def _whole(read, content):
    """Reads a value from a stream of the content. Raises ValueError if bytes follow the value."""
    stream = io.BytesIO(content)
    value = read(stream)
    left = len(content) - stream.tell()
    if left:
        raise ValueError(f"the value is followed by {left} more bytes")
    return value


def _library(module, package):
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError:
        raise CannotServe(
            f"{sys.executable} has no module '{module}': apt-get install {package} for Debian's /usr/bin/python3"
        ) from None
    except Exception as e:  # A broken library may fail with any exception.
        raise CannotServe(f"the module '{module}' cannot be imported: {protocol.error_of(e)}") from e


def _pure(kind, module):
    """Returns a remark if a library runs without its compiled part, since its times then differ from those of most programs."""
    return ", without its compiled part" if kind.__module__ == module else ""


FORMATS = {"json": _json, "msgpack": _msgpack, "cbor": _cbor, "protobuf": _protobuf, "avro": _avro}
