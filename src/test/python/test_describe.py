"""The neutral description of Python's own values, and what it must not do with them."""
import datetime
import decimal
import math
import sys
import unittest
import uuid

import support  # noqa: F401 - puts the code under test on the path
from pipemark.describe import Record, Tag, describe


class DescribeTest(unittest.TestCase):
    def test_names_every_type_and_its_content(self):
        for value, description in (
            (None, "null"),
            (True, "true"),
            (False, "false"),
            (0, "int:0"),
            (-(2**64), "int:-18446744073709551616"),
            (1.5, "float:3ff8000000000000"),
            (-0.0, "float:8000000000000000"),
            (math.inf, "float:7ff0000000000000"),
            (math.nan, "float:nan"),
            (-math.nan, "float:nan"),
            (b"\x00\xff", "bytes:00ff"),
            (bytearray(b"\x01"), "bytes:01"),
            ("", 'text:""'),
            ([], "[]"),
            ({}, "{}"),
            ([1, [True, None], "a"], '[int:1,[true,null],text:"a"]'),
            ((1, ()), "[int:1,[]]"),
            ({"b": 1, 2: [3], None: {}}, '{text:"b":int:1,int:2:[int:3],null:{}}'),
            ({3, 1, 2}, "tag:set([int:1,int:2,int:3])"),
            (frozenset(), "tag:set([])"),
            (datetime.datetime(1970, 1, 2, tzinfo=datetime.timezone.utc), 'tag:datetime(text:"1970-01-02T00:00:00+00:00")'),
            (datetime.date(1970, 1, 2), 'tag:date(text:"1970-01-02")'),
            (datetime.time(12, 30, 0, 500000), 'tag:time(text:"12:30:00.500000")'),
            (decimal.Decimal("1.50"), 'tag:decimal(text:"1.50")'),
            (uuid.UUID(int=1), 'tag:uuid(text:"00000000-0000-0000-0000-000000000001")'),
            (Tag("cbor-6", [[1]]), "tag:cbor-6([int:1])"),
            (Tag("undefined", []), "tag:undefined"),
            (Record("a.B", [("x", 1), ("y", [])]), "message:a.B{x:int:1,y:[]}"),
            (Record("a.B", []), "message:a.B{}"),
            (1 + 2j, 'tag:other(text:"complex: (1+2j)")'),
        ):
            with self.subTest(value=value):
                self.assertEqual(describe(value), description)

    def test_escapes_all_but_printable_ascii_as_utf_16(self):
        plain = "".join(map(chr, range(0x20, 0x7F))).replace('"', "").replace("\\", "")
        self.assertEqual(describe(plain), f'text:"{plain}"')
        self.assertEqual(describe('"\\\0\n\x7fé\u2028'), r'text:"\u0022\u005c\u0000\u000a\u007f\u00e9\u2028"')
        self.assertEqual(describe("😀\ud800"), r'text:"\ud83d\ude00\ud800"')

    def test_prints_whole_numbers_of_any_length(self):
        number = 10**5000 + 1
        self.assertEqual(describe(number), "int:1" + "0" * 4999 + "1")
        self.assertEqual(describe(-number), "int:-1" + "0" * 4999 + "1")

    def test_nests_more_deeply_than_calls_do(self):
        depth = 10 * sys.getrecursionlimit()
        value = []
        for _ in range(depth - 1):
            value = [value]
        self.assertEqual(describe(value), "[" * depth + "]" * depth)

    def test_refuses_a_value_that_contains_itself(self):
        value = [1]
        value.append({"a": value})
        with self.assertRaisesRegex(ValueError, "contains itself"):
            describe(value)

    def test_describes_one_object_in_two_places_twice(self):
        part = [1]
        self.assertEqual(describe([part, part]), "[[int:1],[int:1]]")

    def test_makes_objects_of_a_library_neutral_wherever_they_are(self):
        def own(value):
            return Tag("imaginary", [value.imag]) if isinstance(value, complex) else value

        self.assertEqual(
            describe([1j, {1j: {2j}}], own),
            "[tag:imaginary(float:3ff0000000000000),{tag:imaginary(float:3ff0000000000000)"
            ":tag:set([tag:imaginary(float:4000000000000000)])}]",
        )


if __name__ == "__main__":
    unittest.main()
