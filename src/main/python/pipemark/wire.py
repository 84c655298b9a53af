"""Frames over a pair of pipes.

A message is a header and its content. The header has 16 bytes, big-endian: the length of the content (int), the tag
(int, whose upper half is the same in every message), and one number that belongs to the message (long).
"""
import os
import select
import struct

HEADER = struct.Struct(">iIq")
MARK = 0x504D0000
TAG = 0xFFFF

# The capacity of a Linux pipe, bytes.
CHUNK = 64 * 1024
# Replies are sent when they hold this many bytes, or earlier.
HELD = 256 * 1024
# The most bytes that are reserved for a message before its bytes arrive.
BELIEVED = 1024 * 1024
# The longest content, bytes.
LIMIT = 1 << 30


class NotAMessage(Exception):
    """The received bytes are not a message. The bytes after them cannot be read either."""


class Replies:
    """Messages that leave together."""

    def __init__(self):
        self.bytes = bytearray()

    def add(self, tag, argument=0, content=b""):
        self.bytes += HEADER.pack(len(content), MARK | tag, argument)
        self.bytes += content


class Link:
    """Receives and sends messages over two file descriptors, and is used by one thread."""

    def __init__(self, source, sink):
        self._source, self._sink = source, sink
        os.set_blocking(sink, False)
        self._buffer = bytearray(CHUNK)
        self._view = memoryview(self._buffer)
        # The bytes that were read and not yet taken.
        self._from = self._to = 0
        self._ended = False

    def receive(self):
        """Waits for the next message and returns its tag, argument and content, or None if the input has ended.

        Raises NotAMessage if the input is none, and EOFError if it ends within a message.
        """
        if not self._fill(HEADER.size):
            return None
        length, tag, argument = HEADER.unpack_from(self._buffer, self._from)
        if length < 0 or tag & ~TAG != MARK:
            raise NotAMessage("the received bytes are not a message: something other than frames was written to the pipe")
        if length > LIMIT:
            raise NotAMessage(f"a message of {length} bytes is larger than the limit of {LIMIT}")
        self._fill(HEADER.size + length)
        start = self._from + HEADER.size
        self._from = start + length
        return tag & TAG, argument, bytes(self._view[start : self._from])

    def ready(self):
        """Whether the next message has been read already."""
        content = self._to - self._from - HEADER.size
        return content >= 0 and content >= HEADER.unpack_from(self._buffer, self._from)[0]

    def send(self, replies):
        """Sends all replies. Reads arriving bytes in the meantime: two sides that both write would wait for each other."""
        left, replies.bytes = memoryview(replies.bytes), bytearray()
        while left:
            try:
                left = left[os.write(self._sink, left) :]
            except BlockingIOError:
                self._wait()

    def _wait(self):
        poll = select.poll()
        poll.register(self._sink, select.POLLOUT)
        if not self._ended:
            poll.register(self._source, select.POLLIN)
        if any(descriptor == self._source for descriptor, _ in poll.poll()):
            held = self._to - self._from
            self._read(2 * held + CHUNK)

    def _fill(self, wanted):
        """Reads until this many bytes are here. Returns False if the input ends before the first of them."""
        while self._to - self._from < wanted:
            if self._ended or not self._read(wanted):
                if self._from == self._to:
                    return False
                raise EOFError("the other side closed the connection within a message")
        return True

    def _read(self, wanted):
        """Reads all bytes that are there, and waits only if there are none. Returns their number, 0 at the end."""
        self._make_room(wanted)
        count = os.readv(self._source, [self._view[self._to :]])
        self._to += count
        self._ended = count == 0
        return count

    def _make_room(self, wanted):
        """Makes room for at least one more byte. The buffer grows only as bytes arrive, whatever length a message announces."""
        if self._from == self._to:
            self._from = self._to = 0
        capacity = len(self._buffer)
        if self._from + wanted <= capacity and self._to < capacity:
            return
        held = self._to - self._from
        size = min(wanted, max(BELIEVED, 2 * held))
        if size > capacity:
            larger = bytearray(size)
            larger[:held] = self._view[self._from : self._to]
            self._buffer, self._view = larger, memoryview(larger)
        else:
            self._view[:held] = self._view[self._from : self._to]
        self._from, self._to = 0, held
