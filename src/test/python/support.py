"""What the tests share: a worker as a process, and the frames that go to and fro."""
import importlib.util
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import threading
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[3]
MAIN = str(ROOT / "src" / "main" / "python")
if MAIN not in sys.path:
    sys.path.insert(0, MAIN)

OPEN, ECHO, SINK, ECHO_FRAME, NOTE, DESCRIBE = 1, 2, 4, 5, 6, 20
HELLO, DONE, VALUE, ACK, USAGE, REFUSED = 101, 102, 103, 105, 106, 109

# A worker that hangs is killed after this many seconds, so that its test fails instead of waiting for ever.
PATIENCE = 60


def importable(module):
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:  # of the package that holds it
        return False


def environment(*path):
    return {**os.environ, "PYTHONPATH": os.pathsep.join([*path, MAIN])}


def arguments(format, message=""):
    return [str(os.getpid()), format, message]


def command(format, message=""):
    return ["-m", "pipemark.worker", *arguments(format, message)]


class Message(NamedTuple):
    tag: int
    argument: int
    content: bytes

    def refusal(self):
        """The stage, the error and the stack of this message, which must be a refusal."""
        assert self.tag == REFUSED, self
        reader = Reader(self.content)
        refusal = reader.utf(), reader.long_text(), reader.long_text()
        assert not reader.content, self
        return refusal


def frame(tag, content=b"", argument=0):
    return struct.pack(">iiq", len(content), 0x504D0000 | tag, argument) + content


class Reader:
    """Takes a content apart as the Java side does."""

    def __init__(self, content):
        self.content = content

    def take(self, layout):
        size = struct.calcsize(layout)
        value, self.content = struct.unpack(layout, self.content[:size]), self.content[size:]
        return value[0]

    def text(self, length):
        text, self.content = self.content[:length].decode(), self.content[length:]
        return text

    def utf(self):
        return self.text(self.take(">H"))

    def long_text(self):
        return self.text(self.take(">i"))


class Worker:
    """A worker process. Frames are made and read by hand, and not by the code under test."""

    def __init__(self, format, message="", path=(), flags=(), greets=True, program=()):
        """Starts a program, or the worker in Python with these flags."""
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*program, *arguments(format, message)] if program else [sys.executable, *flags, *command(format, message)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env=environment(*path),
        )
        self.deadline = threading.Timer(PATIENCE, self.process.kill)
        self.deadline.start()
        self.hello = self.read() if greets else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()
        self.log.close()

    def write(self, *frames):
        self.process.stdin.write(b"".join(frames))
        self.process.stdin.flush()

    def read(self):
        head = self.process.stdout.read(16)
        if len(head) < 16:
            raise AssertionError(f"the worker ended with {self.end()}: {self.said()}")
        length, tag, argument = struct.unpack(">iiq", head)
        assert tag >> 16 == 0x504D, f"no frame: {head!r}"
        return Message(tag & 0xFFFF, argument, self.process.stdout.read(length))

    def ask(self, tag, content=b"", argument=0):
        self.write(frame(tag, content, argument))
        return self.read()

    def describe(self, content):
        return self.value(DESCRIBE, content).decode("ascii")

    def value(self, tag, content):
        """The content of the answer, which must be a value."""
        answer = self.ask(tag, content)
        assert answer.tag == VALUE, answer
        return answer.content

    def refusal(self, tag, content):
        """The stage and the error of the answer, which must be a refusal by the worker in Python."""
        stage, error, stack = self.ask(tag, content).refusal()
        assert "Traceback" in stack, stack
        return stage, error

    def end(self):
        """Ends its input and returns its exit code."""
        if not self.process.stdin.closed:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass
        code = self.process.wait()
        self.deadline.cancel()
        self.process.stdout.close()
        return code

    def said(self):
        """What it printed to stderr. It must have ended."""
        self.log.seek(0)
        return self.log.read().decode()
