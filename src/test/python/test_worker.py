"""The worker as its parent sees it, whatever the format."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

from support import (
    ACK,
    DESCRIBE,
    DONE,
    ECHO,
    ECHO_FRAME,
    HELLO,
    NOTE,
    OPEN,
    PATIENCE,
    REFUSED,
    SINK,
    USAGE,
    VALUE,
    Message,
    Reader,
    Worker,
    command,
    environment,
    frame,
)

MEBIBYTE = bytes(range(256)) * 4096

# A library that prints where frames go, and that ends its process.
LIBRARY = """
import os
import sys

version = (9, 9)


class Timestamp:
    pass


class ExtType:
    pass


class Packer:
    def pack(self, value):
        return value


def unpackb(content, **options):
    if content == b"exit":
        sys.exit("I have had enough")
    print("printed")
    os.write(1, b"written")
    return content
"""

# A parent that leaves its worker the pipes of this process, tells the worker's pid, and never ends by itself.
PARENT = """
import os, signal, subprocess, sys
child = subprocess.Popen([sys.executable, "-m", "pipemark.worker", str(os.getpid()), "json", ""])
print(child.pid, file=sys.stderr, flush=True)
signal.pause()
"""


class WorkerTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def start(self, *arguments, **options):
        worker = Worker(*arguments, **options)
        self.addCleanup(worker.__exit__)
        return worker

    def library(self):
        pathlib.Path(self.folder.name, "msgpack.py").write_text(LIBRARY)
        return self.start("msgpack", path=[self.folder.name])

    def test_greets_first(self):
        worker = self.start("json", "a message")
        self.assertEqual((worker.hello.tag, worker.hello.argument), (HELLO, 0))
        reader = Reader(worker.hello.content)
        self.assertEqual((reader.take(">i"), reader.take(">i")), (0x50495045, 4))
        self.assertEqual((reader.utf(), reader.utf()), ("json", "a message"))
        self.assertEqual(reader.take(">q"), worker.process.pid)
        self.assertIn(sys.version.split()[0].rstrip("+"), reader.utf())
        self.assertIn("json", reader.utf())
        self.assertEqual(reader.content, b"")

    def test_encodes_again_what_it_decoded(self):
        answer = self.start("json").ask(ECHO, b'{"a": [1, 2.5, null]}', argument=-5)
        self.assertEqual(answer, Message(VALUE, -5, b'{"a":[1,2.5,null]}'))

    def test_sends_back_the_bytes_of_a_frame_without_decoding(self):
        answer = self.start("json").ask(ECHO_FRAME, b"\x00no json\xff", argument=2**63 - 1)
        self.assertEqual(answer, Message(VALUE, 2**63 - 1, b"\x00no json\xff"))

    def test_answers_in_order(self):
        worker = self.start("json")
        worker.write(*(frame(ECHO if number % 2 else DESCRIBE, b"%d" % number, number) for number in range(100)))
        answers = [worker.read() for _ in range(100)]
        self.assertEqual([answer.argument for answer in answers], list(range(100)))
        self.assertEqual([answer.content for answer in answers[:3]], [b"int:0", b"1", b"int:2"])

    def test_acknowledges_messages_of_one_write_together(self):
        worker = self.start("json")
        worker.write(frame(SINK, b"[]") * 1000)
        totals = [0]
        while totals[-1] < 1000:
            answer = worker.read()
            self.assertEqual(answer.tag, ACK)
            self.assertGreater(answer.argument, totals[-1])
            totals.append(answer.argument)
        self.assertEqual(totals[-1], 1000)
        self.assertLess(len(totals), 1000)
        self.assertEqual(worker.ask(SINK, b"[]"), Message(ACK, 1001, b""))

    def test_refuses_a_message_of_a_stream_and_does_not_count_it(self):
        worker = self.start("json")
        worker.write(frame(SINK, b"1"), frame(SINK, b"{"), frame(SINK, b"3"))
        answers = [worker.read()]
        while answers[-1] != Message(ACK, 2, b""):
            answers.append(worker.read())
        self.assertEqual([answer.tag for answer in answers if answer.tag != ACK], [REFUSED])

    def test_carries_a_mebibyte_both_ways(self):
        self.assertEqual(self.start("json").ask(ECHO_FRAME, MEBIBYTE), Message(VALUE, 0, MEBIBYTE))

    def test_reads_on_while_its_answers_are_not_read(self):
        worker = self.start("json")
        worker.write(frame(ECHO_FRAME, MEBIBYTE) * 16)
        for _ in range(16):
            self.assertEqual(worker.read().content, MEBIBYTE)

    def test_takes_a_message_that_arrives_in_pieces(self):
        worker = self.start("json")
        whole = frame(ECHO, b"[1,2,3]")
        for at in range(len(whole)):
            worker.write(whole[at : at + 1])
        self.assertEqual(worker.read().content, b"[1,2,3]")

    def test_refuses_garbage_and_goes_on(self):
        worker = self.start("json")
        for tag in (ECHO, DESCRIBE, SINK):
            stage, error = worker.refusal(tag, b"{")
            self.assertEqual(stage, "DECODE")
            self.assertTrue(error.startswith("JSONDecodeError: "), error)
        self.assertEqual(worker.describe(b"1"), "int:1")

    def test_refuses_requests_that_it_does_not_know(self):
        worker = self.start("json")
        self.assertEqual(
            worker.refusal(77, b""), ("PROTOCOL", "ValueError: no request of a worker in another language has the tag 77")
        )
        self.assertEqual(worker.describe(b"1"), "int:1")

    def test_opens_any_message_of_a_format_without_a_schema(self):
        self.assertEqual(self.start("json").ask(OPEN, b"media-content"), Message(DONE, 0, b""))

    def test_counts_the_cpu_time_that_it_used(self):
        worker = self.start("json")

        def usage():
            answer = worker.ask(NOTE)
            self.assertEqual(answer.tag, USAGE)
            reader = Reader(answer.content)
            numbers = [reader.take(">q") for _ in range(6)]
            self.assertEqual(reader.content, b"")
            return numbers

        before = usage()
        worker.value(ECHO, b"[" + b"1," * 100_000 + b"1]")
        process, thread, *others = usage()
        self.assertGreater(before[1], 0)
        self.assertGreater(process, before[0])
        self.assertGreater(thread, before[1])
        self.assertGreaterEqual(process, thread)
        self.assertEqual(others, [0, 0, 0, 0])

    def test_what_a_library_prints_goes_to_stderr(self):
        worker = self.library()
        self.assertEqual(worker.value(ECHO, b"value"), b"value")
        self.assertEqual(worker.end(), 0)
        self.assertEqual(sorted(worker.said().split()), ["printed", "written"])

    def test_a_library_that_exits_costs_one_refusal(self):
        worker = self.library()
        self.assertEqual(worker.refusal(ECHO, b"exit"), ("DECODE", "SystemExit: I have had enough"))
        self.assertEqual(worker.value(ECHO, b"value"), b"value")

    def test_ends_with_its_input(self):
        worker = self.start("json")
        self.assertEqual(worker.end(), 0)
        self.assertEqual(worker.said(), "")

    def test_ends_with_its_parent(self):
        ours, its = os.pipe()
        parent = subprocess.Popen(
            [sys.executable, "-c", PARENT],
            stdin=subprocess.PIPE,
            stdout=its,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        os.close(its)
        worker = int(parent.stderr.readline())

        def give_up():
            parent.kill()
            os.kill(worker, signal.SIGKILL)

        deadline = threading.Timer(PATIENCE, give_up)
        deadline.start()
        with open(ours, "rb") as output, parent:
            try:
                self.assertEqual(output.read(16)[7:8], bytes([HELLO]))
            finally:
                parent.kill()
            # Its output ends although nobody has closed its input.
            output.read()
            self.assertTrue(deadline.is_alive(), "the worker had to be killed")
            deadline.cancel()

    def test_says_that_it_received_no_message(self):
        worker = self.start("json")
        worker.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.assertEqual(worker.process.stdout.read(), b"")
        self.assertEqual(worker.end(), 0)
        self.assertIn("the received bytes are not a message", worker.said())

    def test_says_that_its_input_ended_within_a_message(self):
        worker = self.start("json")
        worker.write(frame(ECHO, b"[1]")[:-1])
        self.assertEqual(worker.end(), 0)
        self.assertIn("within a message", worker.said())

    def test_cannot_serve_a_format_that_it_does_not_have(self):
        self.assert_cannot_serve("it has json, msgpack, cbor, protobuf, avro", "smile")

    def test_says_what_to_install_for_a_library_that_is_missing(self):
        for format, package in (("msgpack", "msgpack"), ("cbor", "cbor2"), ("protobuf", "protobuf"), ("avro", "avro")):
            with self.subTest(format):
                # -S leaves out the folders of installed packages.
                self.assert_cannot_serve(f"apt-get install python3-{package}", format, flags=["-S"])

    def test_cannot_serve_with_a_library_that_is_broken(self):
        pathlib.Path(self.folder.name, "msgpack.py").write_text("raise RuntimeError('half an update')")
        self.assert_cannot_serve("RuntimeError: half an update", "msgpack", path=[self.folder.name])

    def assert_cannot_serve(self, why, *arguments, **options):
        worker = self.start(*arguments, greets=False, **options)
        self.assertEqual(worker.process.stdout.read(), b"")
        self.assertEqual(worker.end(), 71)
        self.assertIn(why, worker.said())
        self.assertEqual(len(worker.said().splitlines()), 1, worker.said())

    def test_says_how_to_start_it(self):
        done = subprocess.run(
            [sys.executable, *command("json")[:-1]], env=environment(), capture_output=True, text=True, timeout=PATIENCE
        )
        self.assertEqual((done.returncode, done.stdout), (71, ""))
        self.assertIn("PARENT_PID FORMAT MESSAGE", done.stderr)


if __name__ == "__main__":
    unittest.main()
