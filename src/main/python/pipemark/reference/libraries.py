"""The libraries that dump and load."""
import functools
import json
import pickle
import platform
from typing import Any, Callable, NamedTuple

PROTOCOL = 5


class Library(NamedTuple):
    name: str
    version: str
    dumps: Callable[[Any], bytes]
    loads: Callable[[bytes], Any]
    plain: bool  # carries plain data only

    def coder(self, payload):
        """Returns a function that encodes the payload's domain objects to bytes, and one that decodes them."""
        if not self.plain or payload.to_plain is None:
            return self.dumps, self.loads
        dumps, loads, to_plain, of_plain = self.dumps, self.loads, payload.to_plain, payload.of_plain
        return lambda value: dumps(to_plain(value)), lambda data: of_plain(loads(data))


def libraries():
    """Returns the installed libraries by name, and a row for each that is missing."""
    found, missing = {}, []
    for name, make in LIBRARIES.items():
        try:
            found[name] = Library(name, *make())
        except Exception as e:  # A broken library may fail with any exception.
            problem = f"{type(e).__name__}: {one_line(e)}"
            why = "not installed" if isinstance(e, ModuleNotFoundError) else "cannot be imported"
            missing.append({"library": name, "why": f"{why}: {problem}"})
    return found, missing


def _pickle():
    dumps = functools.partial(pickle.dumps, protocol=PROTOCOL)
    return f"protocol {PROTOCOL}, Python {platform.python_version()}", dumps, pickle.loads, False


def _json():
    encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
    version = f"Python {platform.python_version()}, UTF-8 without spaces"
    return version, lambda value: encode(value).encode(), json.loads, True


def _dill():
    import dill

    dumps = functools.partial(dill.dumps, protocol=PROTOCOL)
    return f"{dill.__version__}, protocol {PROTOCOL}", dumps, dill.loads, False


def _msgpack():
    import msgpack

    return ".".join(map(str, msgpack.version)), msgpack.packb, msgpack.unpackb, True


LIBRARIES = {"pickle": _pickle, "json": _json, "dill": _dill, "msgpack": _msgpack}


def one_line(problem):
    return " ".join(str(problem).split()) or "without a message"
