"""The neutral description of a decoded value: a text that is the same in every language.

null, true, false, int:DECIMAL, float:HEX16, text:"...", bytes:HEX, [a,b], {k:v}, tag:NAME(a), message:NAME{field:v}.
"""
import datetime
import decimal
import re
import struct
import uuid
from collections.abc import Mapping
from typing import Any, List, NamedTuple, Sequence, Tuple


class Tag(NamedTuple):
    """A value that a format marks as more than plain data."""

    name: str
    values: Sequence[Any]


class Record(NamedTuple):
    """A schema's message."""

    name: str
    fields: List[Tuple[str, Any]]


class _Said(str):
    """A finished part of a description."""

    __slots__ = ()


class _End(NamedTuple):
    """Follows the parts of a value that contains others."""

    value: Any


def describe(value, own=lambda value: value):
    """Describes a value.

    own turns an object of a library into a Tag, a Record or plain data, and returns anything else as it is. Raises
    ValueError if the value contains itself. It does not recurse, since a decoder may accept values that are nested more
    deeply than calls may be in Python.
    """
    written, todo, inside = [], [value], set()
    while todo:
        one = todo.pop()
        if type(one) is _Said:
            written.append(one)
        elif type(one) is _End:
            inside.remove(id(one.value))
        else:
            parts = _parts(own(one))
            if len(parts) > 1:
                if id(one) in inside:
                    raise ValueError("the value contains itself, which no description can show")
                inside.add(id(one))
                todo.append(_End(one))
            todo.extend(reversed(parts))
    return "".join(written)


def _parts(value):
    """Finished text, and the values between it."""
    leaf = _LEAVES.get(type(value))
    if leaf:
        return [_Said(leaf(value))]
    nest = _NESTS.get(type(value))
    if nest:
        return nest(value)
    if isinstance(value, Mapping):
        return _map(value)
    return _tag(Tag("other", [f"{type(value).__name__}: {value}"]))


def _enclosed(opening, groups, closing):
    parts = [_Said(opening)]
    for group in groups:
        parts += group
        parts.append(_Said(","))
    if len(parts) > 1:
        parts.pop()
    parts.append(_Said(closing))
    return parts


def _list(values):
    return _enclosed("[", ([value] for value in values), "]")


def _map(mapping):
    return _enclosed("{", ([key, _Said(":"), value] for key, value in mapping.items()), "}")


def _tag(tag):
    if not tag.values:
        return [_Said("tag:" + tag.name)]
    return _enclosed(f"tag:{tag.name}(", ([value] for value in tag.values), ")")


def _record(record):
    return _enclosed(f"message:{record.name}{{", ([_Said(name + ":"), value] for name, value in record.fields), "}")


def _set(values):
    """Sorts the members of a set by their descriptions, because a set has no order."""
    return _tag(Tag("set", [sorted(values, key=describe)]))


def _text(text):
    return 'text:"' + re.sub(r"[^ !#-\[\]-~]", _escaped, text) + '"'


def _escaped(found):
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at:at + 2].hex()}" for at in range(0, len(units), 2))


def _float(value):
    return "float:nan" if value != value else "float:" + struct.pack(">d", value).hex()


_LEAVES = {
    type(None): lambda value: "null",
    bool: lambda value: "true" if value else "false",
    # Python refuses to print an int of more than 4300 digits, and a Decimal of any number.
    int: lambda value: f"int:{decimal.Decimal(value)}",
    float: _float,
    str: _text,
    bytes: lambda value: "bytes:" + value.hex(),
    bytearray: lambda value: "bytes:" + value.hex(),
}

_NESTS = {
    list: _list,
    tuple: _list,
    dict: _map,
    set: _set,
    frozenset: _set,
    Tag: _tag,
    Record: _record,
    datetime.datetime: lambda value: _tag(Tag("datetime", [value.isoformat()])),
    datetime.date: lambda value: _tag(Tag("date", [value.isoformat()])),
    datetime.time: lambda value: _tag(Tag("time", [value.isoformat()])),
    decimal.Decimal: lambda value: _tag(Tag("decimal", [str(value)])),
    uuid.UUID: lambda value: _tag(Tag("uuid", [str(value)])),
}
