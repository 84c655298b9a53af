"""The worker in C++, as its parent sees it: frames over its pipes."""
import os
import re
import signal
import struct
import subprocess
import sys
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
    ROOT,
    SINK,
    USAGE,
    VALUE,
    Message,
    Reader,
    Worker,
    frame,
)

WORKER = ROOT / "target" / "workers" / "cpp"
PAGE = ROOT / "docs" / "protocol.md"

MAGIC = 0x50495045
CANNOT_SERVE = 71


def start(form, message="", greets=True):
    return Worker(form, message, greets=greets, program=[str(WORKER)])


def started(test, form, message=""):
    """Starts a worker, and reads its greeting. Skips the test if the worker was built without the library."""
    try:
        worker = start(form, message)
    except AssertionError as e:
        if "was built without" in str(e):
            test.skipTest(str(e))
        raise
    test.addCleanup(worker.__exit__)
    test.assertEqual((HELLO, 0), worker.hello[:2])
    return worker, Reader(worker.hello.content)


MESSAGES = {"protobuf": "pipemark.Reading"}

# Format, message, encoded value, description.
DESCRIPTIONS = [
    ("json", "", b"null", "null"),
    ("json", "", b"true", "true"),
    ("json", "", b"18446744073709551615", "int:18446744073709551615"),
    ("json", "", b"18446744073709551616", "float:43f0000000000000"),
    ("json", "", b"-9223372036854775808", "int:-9223372036854775808"),
    ("json", "", b"-0.0", "float:8000000000000000"),
    ("json", "", b"0.1", "float:3fb999999999999a"),
    ("json", "", b'"a ~\\"\\\\\\u00e9\\ud83d\\ude00\\u0000"', 'text:"a ~\\u0022\\u005c\\u00e9\\ud83d\\ude00\\u0000"'),
    ("json", "", b" [1, [], {}] ", "[int:1,[],{}]"),
    ("json", "", b'{"b":1,"a":[null,2],"b":3}', '{text:"b":int:3,text:"a":[null,int:2]}'),
    ("cbor", "", "f6", "null"),
    ("cbor", "", "f4", "false"),
    ("cbor", "", "1bffffffffffffffff", "int:18446744073709551615"),
    ("cbor", "", "3b7fffffffffffffff", "int:-9223372036854775808"),
    ("cbor", "", "f93c00", "float:3ff0000000000000"),
    ("cbor", "", "fb7ff8000000000000", "float:nan"),
    ("cbor", "", "fbfff0000000000000", "float:fff0000000000000"),
    ("cbor", "", "62c3a9", 'text:"\\u00e9"'),
    ("cbor", "", "61ff", "text!ff"),
    ("cbor", "", "63eda080", "text!eda080"),
    ("cbor", "", "4201ff", "bytes:01ff"),
    ("cbor", "", "8301f680", "[int:1,null,[]]"),
    ("cbor", "", "a2616201616102", '{text:"b":int:1,text:"a":int:2}'),
    ("cbor", "", "d82541aa", "tag:cbor-37(bytes:aa)"),
    ("msgpack", "", "c0", "null"),
    ("msgpack", "", "c3", "true"),
    ("msgpack", "", "cfffffffffffffffff", "int:18446744073709551615"),
    ("msgpack", "", "d38000000000000000", "int:-9223372036854775808"),
    ("msgpack", "", "ca3fc00000", "float:3ff8000000000000"),
    ("msgpack", "", "cb8000000000000000", "float:8000000000000000"),
    ("msgpack", "", "ca7fc00001", "float:nan"),
    ("msgpack", "", "a4f09f9880", 'text:"\\ud83d\\ude00"'),
    ("msgpack", "", "a2c080", "text!c080"),
    ("msgpack", "", "c40201ff", "bytes:01ff"),
    ("msgpack", "", "9301c090", "[int:1,null,[]]"),
    ("msgpack", "", "929293c0c301c202", "[[[null,true,int:1],false],int:2]"),
    ("msgpack", "", "8301c201c3a16181c08191a0c2", '{int:1:false,int:1:true,text:"a":{null:{[text:""]:false}}}'),
    ("msgpack", "", "d40501", "tag:msgpack-5(bytes:01)"),
    ("msgpack", "", "d6ff00000001", "tag:timestamp(int:1,int:0)"),
    ("msgpack", "", "c70cff3b9ac9ffffffffffffffffff", "tag:timestamp(int:-1,int:999999999)"),
    ("msgpack", "", "c703ff010203", "tag:msgpack--1(bytes:010203)"),
    ("msgpack-nlohmann", "", "d6ff00000001", "tag:msgpack--1(bytes:00000001)"),
    ("msgpack-nlohmann", "", "82a162c0a161c401ff", '{text:"b":null,text:"a":bytes:ff}'),
    ("protobuf", "pipemark.Reading", "0807108001" "19000000000000f83f" "220143",
     'message:pipemark.Reading{sensor:int:7,timestamp:int:128,value:float:3ff8000000000000,unit:text:"C"}'),
    ("protobuf", "pipemark.Decimal", "0a02ff001003", "message:pipemark.Decimal{unscaled:bytes:ff00,scale:int:-2}"),
    ("protobuf", "pipemark.Media", "0a01755801",
     'message:pipemark.Media{uri:text:"u",width:int:0,height:int:0,format:text:"",duration:int:0,size:int:0,'
     'bitrate:int:0,has_bitrate:false,persons:[],player:tag:enum(text:"FLASH")}'),
    ("protobuf", "pipemark.Image", "12002809",
     'message:pipemark.Image{uri:text:"",title:text:"",width:int:0,height:int:0,size:tag:enum(int:9)}'),
    ("protobuf", "pipemark.Readings", "0a0208010a00",
     'message:pipemark.Readings{readings:[message:pipemark.Reading{sensor:int:1,timestamp:int:0,'
     'value:float:0000000000000000,unit:text:""},message:pipemark.Reading{sensor:int:0,timestamp:int:0,'
     'value:float:0000000000000000,unit:text:""}]}'),
    ("protobuf", "pipemark.Order", "22040801100f" "7a0141",
     'message:pipemark.Order{id:int:0,status:tag:enum(text:"PLACED"),'
     'placed:message:google.protobuf.Timestamp{seconds:int:1,nanos:int:15},lines:[]}'),
]

# Format, encoded values that come back as they went.
UNCHANGED = [
    ("json", [b"null", b'{"b":1,"a":[0.1,-7,"\xc3\xa9"]}', b"1e+300"]),
    ("cbor", ["f6", "a2616201616102", "d82541aa", "fb3fb999999999999a", "61ff"]),
    ("msgpack", ["c0", "8301c201c3a16180", "ca3fc00000", "cb3ff8000000000000", "d6ff00000001", "d9ff" + "61" * 255]),
    ("msgpack-nlohmann", ["82a162c0a161c401ff", "d6ff00000001"]),
    ("protobuf", ["08071080011900000000000000c0220143", "", "9a0603616263"]),
]

# Format, bytes that are not exactly one value.
BROKEN = [
    ("json", [b"", b"{", b"1 2", b'"\\ud800"', b'"\xff"', b"NaN"]),
    ("cbor", ["", "18", "0000", "8201", "ff"]),
    ("msgpack", ["", "c1", "92", "0000", "dd7fffffff"]),
    ("msgpack-nlohmann", ["", "c1", "92", "0000"]),
    ("protobuf", ["00", "0a", "2201ff", "08ffffffffffffffffffff01"]),
]

GOOD = {"json": b"[1]", "cbor": "8101", "msgpack": "9101", "msgpack-nlohmann": "9101", "protobuf": "0807"}


def encoded(value):
    return value if isinstance(value, bytes) else bytes.fromhex(value)


@unittest.skipUnless(WORKER.exists(), "there is no target/workers/cpp: run scripts/build-workers")
class CppWorkerTest(unittest.TestCase):
    def test_it_greets_with_what_it_was_started_for(self):
        worker, hello = started(self, "protobuf", "pipemark.MediaContent")
        self.assertEqual((MAGIC, 4), (hello.take(">i"), hello.take(">i")))
        self.assertEqual(("protobuf", "pipemark.MediaContent"), (hello.utf(), hello.utf()))
        self.assertEqual(worker.process.pid, hello.take(">q"))
        self.assertRegex(hello.utf(), r"^C\+\+17, (g|clang)\+\+ \d+\.\d+$")
        self.assertRegex(hello.utf(), r"^protobuf \d+\.\d+\.\d+$")
        self.assertEqual(b"", hello.content)

    def test_it_names_the_version_of_each_library(self):
        for form in GOOD:
            with self.subTest(form):
                _, hello = started(self, form, MESSAGES.get(form, ""))
                hello.take(">q"), hello.utf(), hello.utf(), hello.take(">q"), hello.utf()
                self.assertRegex(hello.utf(), r"^(msgpack-cxx|nlohmann/json|protobuf) \d+\.\d+\.\d+(, ordered_json)?$")

    def test_it_describes_what_each_library_reads(self):
        for form, message, value, description in DESCRIPTIONS:
            with self.subTest(form=form, value=value):
                worker, _ = started(self, form, message)
                self.assertEqual(Message(VALUE, 5, description.encode()), worker.ask(DESCRIBE, encoded(value), 5))
                worker.end()

    def test_it_encodes_again_what_it_read(self):
        for form, values in UNCHANGED:
            with self.subTest(form):
                worker, _ = started(self, form, MESSAGES.get(form, ""))
                for value in values:
                    with self.subTest(value=value):
                        self.assertEqual(Message(VALUE, -9, encoded(value)), worker.ask(ECHO, encoded(value), -9))

    def test_it_refuses_bytes_that_are_not_one_value_and_goes_on(self):
        for form, values in BROKEN:
            with self.subTest(form):
                worker, _ = started(self, form, MESSAGES.get(form, ""))
                for value in values:
                    with self.subTest(value=value):
                        self.refuses(worker, encoded(value), encoded(GOOD[form]))

    def refuses(self, worker, broken, good):
        answer = worker.ask(ECHO, broken, 3)
        self.assertEqual(0, answer.argument)
        stage, error, stack = answer.refusal()
        self.assertEqual("DECODE", stage)
        self.assertRegex(error, r"^\w+: .")
        self.assertIn(error.split(":")[0], stack)
        self.assertEqual(Message(VALUE, 4, good), worker.ask(ECHO, good, 4))

    def test_it_refuses_requests_that_it_does_not_have(self):
        worker, _ = started(self, "json")
        for tag in (0, 3, 7, 19, 101, 65535):
            with self.subTest(tag):
                self.assertEqual("PROTOCOL", worker.ask(tag, b"1").refusal()[0])

    def test_it_acknowledges_all_values_and_refuses_in_their_place(self):
        worker, _ = started(self, "json")
        worker.write(frame(SINK, b"1") * 10 + frame(SINK, b"{") + frame(SINK, b"2") * 5)
        acknowledged, refused = 0, 0
        while acknowledged < 15 or refused < 1:
            answer = worker.read()
            if answer.tag == ACK:
                self.assertGreater(answer.argument, acknowledged)
                acknowledged = answer.argument
            else:
                self.assertEqual("DECODE", answer.refusal()[0])
                refused += 1
        self.assertEqual((15, 1), (acknowledged, refused))
        self.assertEqual(Message(ACK, 16, b""), worker.ask(SINK, b"3"))

    def test_the_conversation_of_the_page_is_what_it_says(self):
        lines = re.findall(r"^(ECHO|DESCRIBE|SINK|VALUE|ACK) +([0-9a-f ]+)$", PAGE.read_text("utf-8"), re.MULTILINE)
        self.assertEqual(["ECHO", "VALUE", "DESCRIBE", "VALUE", "SINK", "ACK"], [name for name, _ in lines])
        worker, _ = started(self, "msgpack")
        for (_, request), (_, expected) in zip(lines[::2], lines[1::2]):
            worker.write(bytes.fromhex(request))
            answer = worker.read()
            self.assertEqual(bytes.fromhex(expected), frame(answer.tag, answer.content, answer.argument))

    def test_the_greeting_of_the_page_is_read_as_it_says(self):
        page = PAGE.read_text("utf-8")
        data = bytes.fromhex(re.search(r"^HELLO ([0-9a-f \n]+)", page, re.MULTILINE).group(1))
        self.assertEqual(frame(HELLO, data[16:]), data)
        hello = Reader(data[16:])
        self.assertEqual((MAGIC, 4), (hello.take(">i"), hello.take(">i")))
        self.assertEqual(("msgpack", ""), (hello.utf(), hello.utf()))
        self.assertEqual((4242, "Lua 5.4", "mp 1.0", b""), (hello.take(">q"), hello.utf(), hello.utf(), hello.content))

    def test_it_answers_in_order(self):
        worker, _ = started(self, "json")
        count = 3000
        worker.write(*(frame(ECHO, b"%d" % i, i) for i in range(count)))
        for i in range(count):
            self.assertEqual(Message(VALUE, i, b"%d" % i), worker.read())

    def test_large_messages_pass_while_nobody_reads_the_answers(self):
        # Both pipes are full many times over. A worker that only writes would wait for ever.
        worker, _ = started(self, "json")
        text = b'"' + b"a" * (1 << 20) + b'"'
        for i in range(8):
            worker.write(frame(ECHO, text, i), frame(ECHO_FRAME, text, i))
        for i in range(8):
            self.assertEqual(Message(VALUE, i, text), worker.read())
            self.assertEqual(Message(VALUE, i, text), worker.read())

    def test_a_message_in_pieces_is_one_message(self):
        worker, _ = started(self, "json")
        for piece in frame(ECHO, b"[1,2]", 1):
            worker.write(bytes([piece]))
        self.assertEqual(Message(VALUE, 1, b"[1,2]"), worker.read())

    def test_nesting_that_the_library_reads_without_recursion_is_never_too_deep(self):
        worker, _ = started(self, "msgpack")
        value = b"\x91" * 100_000 + b"\xc0"
        self.assertEqual(value, worker.value(ECHO, value))
        self.assertEqual("[" * 100_000 + "null" + "]" * 100_000, worker.describe(value))

    def test_it_says_how_much_cpu_it_has_used(self):
        worker, _ = started(self, "json")
        usages = []
        for _ in range(2):
            usage = worker.ask(NOTE)
            self.assertEqual((USAGE, 48), (usage.tag, len(usage.content)))
            usages.append(struct.unpack(">6q", usage.content))
            worker.value(ECHO, b"[" + b"1," * 100_000 + b"1]")
        self.assertGreater(usages[1][0], usages[0][0])
        self.assertGreater(usages[1][1], usages[0][1])
        self.assertGreaterEqual(usages[1][0], usages[1][1])
        self.assertEqual((0, 0, 0, 0), usages[1][2:])

    def test_a_request_opens_another_message(self):
        worker, _ = started(self, "protobuf", "pipemark.Reading")
        self.assertEqual(Message(DONE, 0, b""), worker.ask(OPEN, b"pipemark.Line"))
        self.assertEqual('message:pipemark.Line{article:text:"",quantity:int:3}', worker.describe(b"\x10\x03"))
        stage, error, _ = worker.ask(OPEN, b"pipemark.Nothing").refusal()
        self.assertEqual("OPEN", stage)
        self.assertIn("pipemark.Nothing", error)
        self.assertEqual(b"\x10\x03", worker.value(ECHO, b"\x10\x03"))

    def test_a_format_without_a_schema_opens_anything(self):
        worker, _ = started(self, "json")
        self.assertEqual(Message(DONE, 0, b""), worker.ask(OPEN, b"media-content"))

    def test_no_message_of_a_schema_is_open_before_a_request_opens_it(self):
        worker, _ = started(self, "protobuf")
        self.assertEqual("PROTOCOL", worker.ask(ECHO, b"").refusal()[0])

    def test_what_it_does_not_have_is_named_and_ends_it(self):
        with start("yaml", greets=False) as worker:
            self.assertEqual(CANNOT_SERVE, worker.end())
            self.assertIn("cbor, json, msgpack", worker.said())
        with start("protobuf", "pipemark.Nothing", greets=False) as worker:
            self.assertEqual(CANNOT_SERVE, worker.end())
            self.assertRegex(worker.said(), "pipemark.Nothing|apt-get install")

    def test_it_ends_with_its_input(self):
        worker, _ = started(self, "json")
        self.assertEqual((0, ""), (worker.end(), worker.said()))

    def test_it_serves_behind_a_program_that_waits_for_it(self):
        started(self, "json")[0].end()
        with Worker("json", program=["sh", "-c", '"$0" "$@"; exit $?', str(WORKER)]) as worker:
            self.assertEqual(HELLO, worker.hello.tag)
            self.assertEqual(b"1", worker.value(ECHO, b"1"))
            self.assertEqual((0, ""), (worker.end(), worker.said()))

    def test_input_that_is_no_frame_ends_it_with_a_sentence(self):
        worker, _ = started(self, "json")
        worker.write(b"GET / HTTP/1.1\r\n\r\n")
        self.assertEqual(1, worker.end())
        self.assertIn("not a message", worker.said())

    def test_it_ends_with_its_parent_although_its_input_stays_open(self):
        # The parent hands its own pipes on. This side keeps the worker's input open.
        started(self, "json")[0].end()
        code = ("import os, subprocess, sys\n"
                "subprocess.Popen([sys.argv[1], str(os.getpid()), 'json', '']).wait()\n")
        parent = subprocess.Popen([sys.executable, "-c", code, str(WORKER)],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        hung = threading.Timer(PATIENCE, parent.kill)
        hung.start()
        try:
            length, tag, _ = struct.unpack(">iiq", parent.stdout.read(16))
            self.assertEqual(HELLO, tag & 0xFFFF)
            hello = Reader(parent.stdout.read(length))
            hello.take(">q"), hello.utf(), hello.utf()
            pid = hello.take(">q")
            watchdog = threading.Timer(PATIENCE, os.kill, (pid, signal.SIGKILL))
            watchdog.start()
            hung.cancel()
            parent.kill()
            parent.wait()
            # Its output ends when it does. A worker that lives on is killed, and the watchdog has then ended.
            self.assertEqual(b"", parent.stdout.read())
            self.assertTrue(watchdog.is_alive(), "the worker outlived its parent")
            watchdog.cancel()
        finally:
            hung.cancel()
            parent.kill()
            parent.wait()
            parent.stdin.close()
            parent.stdout.close()


if __name__ == "__main__":
    unittest.main()
