"""The messages between a parent and this worker: their tags, and the content of messages without values."""
import os
import platform
import struct
import time
import traceback

MAGIC = 0x50495045
VERSION = 4

OPEN = 1
ECHO = 2
SINK = 4
ECHO_FRAME = 5
NOTE = 6
DESCRIBE = 20

HELLO = 101
DONE = 102
VALUE = 103
ACK = 105
USAGE = 106
REFUSED = 109

# The most characters of an error or a stack trace. A message may contain the whole refused value.
LONGEST = 64 * 1024
CAUSES = 5


def runtime():
    """Returns the language and its version, such as "Python 3.11.2"."""
    name = platform.python_implementation()
    return ("Python " if name == "CPython" else f"Python ({name}) ") + platform.python_version()


def hello(name, message, library):
    """The content of the greeting: the names of the format and of the message, and the library with its version."""
    head = struct.pack(">iI", MAGIC, VERSION) + utf(name) + utf(message)
    return head + struct.pack(">q", os.getpid()) + utf(runtime()) + utf(library)


def usage():
    """Returns the CPU time of the process and of this thread, ns. Python does not know the other numbers of the message."""
    thread = time.thread_time_ns()  # first: the process has used as much, or more
    return struct.pack(">6q", time.process_time_ns(), thread, 0, 0, 0, 0)


def refusal(stage, thrown):
    """Returns the content of a refusal: the stage, the exception with its causes, and the stack trace."""
    error, cause = error_of(thrown), thrown.__cause__
    for _ in range(CAUSES):
        if cause is None:
            break
        error += "; caused by " + error_of(cause)
        cause = cause.__cause__
    return utf(stage) + text(error) + text(stack_of(thrown))


def error_of(thrown):
    try:
        message = str(thrown)
    except Exception as e:  # The exception is a library's, and so is its __str__.
        message = f"(its message is not available: {type(e).__name__})"
    return cut(type(thrown).__name__ + (": " + message if message else ""))


def stack_of(thrown):
    try:
        return cut("".join(traceback.format_exception(type(thrown), thrown, thrown.__traceback__)))
    except Exception as e:
        return f"its stack trace is not available: {type(e).__name__}"


def cut(message):
    """Keeps both ends: some libraries name the place at the end."""
    half = LONGEST // 2
    return message if len(message) <= LONGEST else message[:half] + " ... " + message[-half:]


def utf(short):
    """A text that java.io.DataInput.readUTF reads. NUL and characters beyond U+FFFF have another form there: they are escaped."""
    plain = "".join(character if "\0" < character <= "\uffff" else ascii(character)[1:-1] for character in short)
    encoded = plain.encode("utf-8", "backslashreplace")
    return struct.pack(">H", len(encoded)) + encoded


def text(long):
    """A text of any length. Lone surrogates, which UTF-8 does not have, are escaped."""
    encoded = long.encode("utf-8", "backslashreplace")
    return struct.pack(">i", len(encoded)) + encoded
