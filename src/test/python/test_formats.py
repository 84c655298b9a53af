"""What the worker makes of the bytes of each format."""
import os
import shutil
import subprocess
import tempfile
import unittest

from support import DESCRIBE, DONE, ECHO, OPEN, ROOT, Message, Worker, importable


class FormatTests:
    """What holds for every format. Bytes are written by hand, and not by the library under test."""

    # Overridden: the format, bytes with their descriptions, and bytes that are not a value.
    format = ""
    message = ""
    path = ()
    values = ()
    garbage = ()

    def setUp(self):
        self.worker = Worker(self.format, self.message, path=self.path)
        self.addCleanup(self.worker.__exit__)

    def test_describes_each_kind_of_value(self):
        for content, description in self.values:
            with self.subTest(content):
                self.assertEqual(self.worker.describe(content), description)

    def test_writes_each_value_so_that_it_is_read_again(self):
        for content, description in self.values:
            with self.subTest(content):
                self.assertEqual(self.worker.describe(self.worker.value(ECHO, content)), description)

    def test_refuses_garbage_and_goes_on(self):
        for content in self.garbage:
            for tag in (ECHO, DESCRIBE):
                with self.subTest(content):
                    self.assertEqual(self.worker.refusal(tag, content)[0], "DECODE")
        content, description = self.values[0]
        self.assertEqual(self.worker.describe(content), description)

    def test_names_the_library(self):
        self.assertIn(self.library.encode(), self.worker.hello.content)


class JsonTest(FormatTests, unittest.TestCase):
    format = library = "json"
    values = (
        (b"null", "null"),
        (b"true", "true"),
        (b"-0", "int:0"),
        (b"18446744073709551616", "int:18446744073709551616"),
        (b"1.5", "float:3ff8000000000000"),
        (b"1E1", "float:4024000000000000"),
        (b"-0.0", "float:8000000000000000"),
        (b"NaN", "float:nan"),
        (b"-Infinity", "float:fff0000000000000"),
        (b"1e400", "float:7ff0000000000000"),
        ('"a\\"é😀\\u0000"'.encode(), r'text:"a\u0022\u00e9\ud83d\ude00\u0000"'),
        (b'"\\ud800"', r'text:"\ud800"'),
        (b'"\xed\xa0\x80"', r'text:"\ud800"'),
        (b' [1, [], {}]\n', "[int:1,[],{}]"),
        (b'{"b":1,"a":2,"b":3}', '{text:"b":int:3,text:"a":int:2}'),
    )
    garbage = (b"", b"{", b"1 2", b"[1]x", b"01", b"'a'", b'"\xff"', b"1" * 5000, b"[" * 100_000)

    def test_writes_text_as_ascii_without_spaces(self):
        self.assertEqual(self.worker.value(ECHO, '{"é" : [1, 2]}'.encode()), b'{"\\u00e9":[1,2]}')


@unittest.skipUnless(importable("msgpack"), "there is no msgpack: apt-get install python3-msgpack")
class MsgpackTest(FormatTests, unittest.TestCase):
    format = library = "msgpack"
    values = tuple(
        (bytes.fromhex(content), description)
        for content, description in (
            ("c0", "null"),
            ("c2", "false"),
            ("cfffffffffffffffff", "int:18446744073709551615"),
            ("d38000000000000000", "int:-9223372036854775808"),
            ("ca3dcccccd", "float:3fb99999a0000000"),
            ("cb8000000000000000", "float:8000000000000000"),
            ("cb7ff8000000000000", "float:nan"),
            ("a3c3a961", r'text:"\u00e9a"'),
            ("c40200ff", "bytes:00ff"),
            ("930190c0", "[int:1,[],null]"),
            ("83a1610102c0c3c2", '{text:"a":int:1,int:2:null,true:false}'),
            ("81c40100a0", '{bytes:00:text:""}'),
            ("82a16101a16102", '{text:"a":int:2}'),
            ("d405ff", "tag:msgpack-5(bytes:ff)"),
            ("d6ff00000001", "tag:timestamp(int:1,int:0)"),
            ("c70cff3b9ac9ffffffffffffffffff", "tag:timestamp(int:-1,int:999999999)"),
        )
    )
    garbage = (b"", b"\xc1", b"\x92\x01", b"\x01\x02", b"\xa1\xff", b"\xc7\x00\xff")

    def test_names_the_reason_for_a_key_that_python_cannot_hash(self):
        stage, error = self.worker.refusal(DESCRIBE, bytes.fromhex("81910102"))
        self.assertEqual((stage, error), ("DECODE", "TypeError: unhashable type: 'list'"))


@unittest.skipUnless(importable("cbor2"), "there is no cbor2: apt-get install python3-cbor2")
class CborTest(FormatTests, unittest.TestCase):
    format, library = "cbor", "cbor2"
    values = tuple(
        (bytes.fromhex(content), description)
        for content, description in (
            ("f6", "null"),
            ("f5", "true"),
            ("f7", "tag:undefined"),
            ("f0", "tag:simple(int:16)"),
            ("1bffffffffffffffff", "int:18446744073709551615"),
            ("3bffffffffffffffff", "int:-18446744073709551616"),
            ("c249010000000000000000", "int:18446744073709551616"),
            ("f93e00", "float:3ff8000000000000"),
            ("fa3dcccccd", "float:3fb99999a0000000"),
            ("fb8000000000000000", "float:8000000000000000"),
            ("f97e00", "float:nan"),
            ("63c3a961", r'text:"\u00e9a"'),
            ("4200ff", "bytes:00ff"),
            ("830180f6", "[int:1,[],null]"),
            ("9f01ff", "[int:1]"),
            ("a3616101f602f5f4", '{text:"a":int:1,null:int:2,true:false}'),
            ("a2616101616102", '{text:"a":int:2}'),
            ("a1810102", "{[int:1]:int:2}"),
            ("c601", "tag:cbor-6(int:1)"),
            ("c101", 'tag:datetime(text:"1970-01-01T00:00:01+00:00")'),
            ("c48221196ab3", 'tag:decimal(text:"273.15")'),
            ("d8255000112233445566778899aabbccddeeff", 'tag:uuid(text:"00112233-4455-6677-8899-aabbccddeeff")'),
            ("d9010283030102", "tag:set([int:1,int:2,int:3])"),
        )
    )
    garbage = (b"", b"\x83\x01", b"\x01\x02", b"\x61\xff", b"\x1c")

    def test_says_how_many_bytes_follow_the_value(self):
        stage, error = self.worker.refusal(ECHO, b"\x01\x02\x03")
        self.assertEqual((stage, error), ("DECODE", "ValueError: the value is followed by 2 more bytes"))


@unittest.skipUnless(
    importable("google.protobuf") and shutil.which("protoc"),
    "there is no protobuf: apt-get install python3-protobuf protobuf-compiler",
)
class ProtobufTest(FormatTests, unittest.TestCase):
    format, message, library = "protobuf", "pipemark.Reading", "protobuf"
    values = (
        (
            bytes.fromhex("08011002" "19000000000000f83f" "22026c78"),
            'message:pipemark.Reading{sensor:int:1,timestamp:int:2,value:float:3ff8000000000000,unit:text:"lx"}',
        ),
        (b"", 'message:pipemark.Reading{sensor:int:0,timestamp:int:0,value:float:0000000000000000,unit:text:""}'),
    )
    garbage = (b"\x08", b"\x22\x02a", b"\x22\x01\xff", b"\x08\x01\x07")

    @classmethod
    def setUpClass(cls):
        cls.generated = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.generated.cleanup)
        cls.path = (cls.generated.name,)
        schema = ROOT / "src" / "main" / "proto"
        subprocess.run(
            ["protoc", f"-I{schema}", f"--python_out={cls.generated.name}", os.fspath(schema / "pipemark.proto")],
            check=True,
        )

    def test_describes_messages_within_messages(self):
        self.assertEqual(self.worker.ask(OPEN, b"pipemark.MediaContent"), Message(DONE, 0, b""))
        self.assertEqual(
            # An image with an address and an empty title, and one of an unknown size.
            self.worker.describe(bytes.fromhex("1205" "0a01611200" "1202" "2805")),
            "message:pipemark.MediaContent{images:["
            'message:pipemark.Image{uri:text:"a",title:text:"",width:int:0,height:int:0,size:tag:enum(text:"SMALL")},'
            'message:pipemark.Image{uri:text:"",width:int:0,height:int:0,size:tag:enum(int:5)}]}',
        )

    def test_refuses_to_open_a_message_that_the_schema_does_not_have(self):
        for name in (b"pipemark.Nothing", b"Reading", b"pipemark.Media.Player", b"media-content"):
            with self.subTest(name):
                stage, error = self.worker.refusal(OPEN, name)
                self.assertEqual(stage, "OPEN")
                self.assertIn("it has pipemark.MediaContent, ", error)
        self.assertEqual(self.worker.describe(b""), self.values[1][1])

    def test_cannot_serve_a_message_that_the_schema_does_not_have(self):
        worker = Worker("protobuf", "pipemark.Nothing", path=self.path, greets=False)
        self.addCleanup(worker.__exit__)
        self.assertEqual(worker.end(), 71)
        self.assertIn("no message 'pipemark.Nothing'", worker.said())

    def test_serves_no_value_before_a_message_is_open(self):
        worker = Worker("protobuf", path=self.path)
        self.addCleanup(worker.__exit__)
        stage, error = worker.refusal(ECHO, b"")
        self.assertEqual(stage, "PROTOCOL")
        self.assertIn("no message is open", error)
        self.assertEqual(worker.ask(OPEN, b"pipemark.Reading"), Message(DONE, 0, b""))
        self.assertEqual(worker.value(ECHO, b"\x08\x01"), b"\x08\x01")


@unittest.skipUnless(importable("avro"), "there is no avro: apt-get install python3-avro")
class AvroTest(FormatTests, unittest.TestCase):
    format, message, library = "avro", "dev.pipemark.codecs.avro.schema.AvroReading", "avro"
    values = (
        (
            bytes.fromhex("02" "04" "000000000000f83f" "046c78"),
            '{text:"sensor":int:1,text:"timestamp":int:2,text:"value":float:3ff8000000000000,text:"unit":text:"lx"}',
        ),
        (
            bytes.fromhex("ffffffff0f" "ffffffffffffffffff01" "0000000000000080" "04c3a9"),
            '{text:"sensor":int:-2147483648,text:"timestamp":int:-9223372036854775808,'
            r'text:"value":float:8000000000000000,text:"unit":text:"\u00e9"}',
        ),
    )
    garbage = (b"", b"\x02", values[0][0][:-1], values[0][0] + b"\x00", values[0][0][:-1] + b"\xff")

    def test_describes_records_within_records(self):
        self.assertEqual(self.worker.ask(OPEN, b"dev.pipemark.codecs.avro.schema.AvroOrder"), Message(DONE, 0, b""))
        order = bytes.fromhex("02" "024e" "0245" "0243" "04" "0206" "02ff02" "02" "0241" "06" "020500" "00" "02025a")
        self.assertEqual(
            self.worker.describe(order),
            '{text:"id":int:1,text:"customer":{text:"name":text:"N",text:"email":text:"E",text:"city":text:"C"},'
            'text:"status":text:"SHIPPED",text:"placed":{text:"seconds":int:1,text:"nanos":int:3},'
            'text:"total":{text:"unscaled":bytes:ff,text:"scale":int:1},'
            'text:"lines":[{text:"article":text:"A",text:"quantity":int:3,'
            'text:"price":{text:"unscaled":bytes:05,text:"scale":int:0}}],text:"note":text:"Z"}',
        )
        self.assertEqual(self.worker.value(ECHO, order), order)

    def test_opens_a_schema_that_refers_to_a_type(self):
        self.assertEqual(
            self.worker.ask(OPEN, b'{"type":"array","items":"' + self.message.encode() + b'"}'), Message(DONE, 0, b"")
        )
        content, description = self.values[0]
        self.assertEqual(self.worker.describe(b"\x02" + content + b"\x00"), f"[{description}]")

    def test_refuses_to_open_a_schema_that_it_does_not_have(self):
        for name in (b"AvroReading", b"pipemark.Reading", b'{"type":"array","items":"AvroReading"}', b"{"):
            with self.subTest(name):
                stage, error = self.worker.refusal(OPEN, name)
                self.assertEqual(stage, "OPEN")
                self.assertIn("it has dev.pipemark.codecs.avro.schema.AvroMediaContent, ", error)
        content, description = self.values[0]
        self.assertEqual(self.worker.describe(content), description)


if __name__ == "__main__":
    unittest.main()
