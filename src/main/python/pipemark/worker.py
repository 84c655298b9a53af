"""A worker in Python: python3 -m pipemark.worker PARENT_PID FORMAT MESSAGE.

It reads frames from its standard input and writes frames to its standard output. It ends with its input, and with its
parent. All printed text goes to stderr. It needs a system with poll(2), so it does not run on Windows.
"""
import os
import signal
import sys
import threading
import time
import traceback

from pipemark import protocol
from pipemark.describe import describe
from pipemark.formats import CannotServe, UnknownMessage, open_format
from pipemark.wire import HELD, Link, NotAMessage, Replies

# The exit code if the worker could not begin to serve.
CANNOT_SERVE = 71
# The time between two looks at the parent, seconds.
LOOK = 0.25


class Session:
    """Answers the requests for one format."""

    def __init__(self, name, message):
        self._name, self._message = name, message
        self._format = open_format(name, message)
        self._sunk = 0
        self._unacknowledged = False

    def greet(self, replies):
        replies.add(protocol.HELLO, 0, protocol.hello(self._name, self._message, self._format.library))

    def handle(self, tag, argument, content, replies):
        """Adds the answers to one request. A failure of any kind is an answer, too."""
        stage = "PROTOCOL"
        try:
            if tag in (protocol.ECHO, protocol.SINK, protocol.DESCRIBE):
                if self._format.decode is None:
                    raise UnknownMessage("no message is open: OPEN one by its full name")
                stage = "DECODE"
                value = self._format.decode(content)
                if tag == protocol.ECHO:
                    stage = "ENCODE_REPLY"
                    replies.add(protocol.VALUE, argument, self._format.encode(value))
                elif tag == protocol.SINK:
                    self._sunk += 1
                    self._unacknowledged = True
                else:
                    stage = "USE"
                    replies.add(protocol.VALUE, argument, describe(value, self._format.own).encode())
            elif tag == protocol.ECHO_FRAME:
                replies.add(protocol.VALUE, argument, content)
            elif tag == protocol.NOTE:
                replies.add(protocol.USAGE, 0, protocol.usage())
            elif tag == protocol.OPEN:
                stage = "OPEN"
                self._format = open_format(self._name, content.decode())
                replies.add(protocol.DONE)
            else:
                raise ValueError(f"no request of a worker in another language has the tag {tag}")
        except BaseException as e:  # A library may even call sys.exit().
            replies.add(protocol.REFUSED, 0, protocol.refusal(stage, e))

    def drained(self, replies):
        """Adds the acknowledgement that is due before the worker waits."""
        if self._unacknowledged:
            self._unacknowledged = False
            replies.add(protocol.ACK, self._sunk)


def serve(link, session):
    """Serves until the other side closes. Replies leave when no further message is ready, or when they are large."""
    replies = Replies()
    session.greet(replies)
    link.send(replies)
    message = link.receive()
    redirect()
    while message is not None:
        session.handle(*message, replies)
        if not link.ready() or len(replies.bytes) > HELD:
            session.drained(replies)
            link.send(replies)
        message = link.receive()


def redirect():
    """Redirects descriptors 0 and 1 away from the pipes, for libraries that print without sys.stdout.

    This must wait for the first message, because the parent may open the pipes through these descriptors.
    """
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)


def end_with(parent):
    """Ends this process with its parent. A worker that is decoding does not notice the end of its input."""
    child = os.getppid() == parent

    def watch():
        while os.getppid() == parent if child else exists(parent):
            time.sleep(LOOK)
        os._exit(0)

    threading.Thread(target=watch, name="pipemark-parent", daemon=True).start()


def exists(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def main(arguments):
    # Python's own print() must not reach the pipe, even before the first message.
    sys.stdout = sys.stderr
    if len(arguments) != 3 or not arguments[0].isdecimal():
        print("usage: python3 -m pipemark.worker PARENT_PID FORMAT MESSAGE", file=sys.stderr)
        return CANNOT_SERVE
    # Ctrl-C reaches all processes of a terminal: the parent ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(int(arguments[0]))
    try:
        session = Session(arguments[1], arguments[2])
    except (CannotServe, UnknownMessage) as e:
        print(f"worker: {e}", file=sys.stderr)
        return CANNOT_SERVE
    except Exception:  # A broken library may fail with any exception.
        traceback.print_exc()
        return CANNOT_SERVE
    try:
        # Descriptors of its own, which child processes do not inherit.
        serve(Link(os.dup(0), os.dup(1)), session)
    except (NotAMessage, EOFError, OSError) as e:
        # The parent has ended or has given up on this worker, so nobody can receive a message.
        print(f"worker: {protocol.error_of(e)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stderr.flush()
    # Threads that a library left behind must not keep the process alive.
    os._exit(code)
