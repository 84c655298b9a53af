"""The measurements of Python's own libraries: their values, and the command that makes them."""
import hashlib
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

from support import MAIN, PATIENCE, ROOT, importable
from pipemark.reference.libraries import libraries
from pipemark.reference.values import PAYLOADS

SCRIPT = ROOT / "scripts" / "python-reference"
DIGESTS = ROOT / "src" / "test" / "resources" / "dev" / "pipemark" / "payloads" / "payload-digests.txt"
SEEDS = (0, 1, 2, -1, 123_456_789_012_345)
DEBIAN = os.path.realpath(sys.executable).startswith("/usr/bin/")


def boxed(kind, value):
    return f"java.lang.{kind} {value};"


def text(value):
    return "null;" if value is None else boxed("String", value)


def of_list(descriptions):
    descriptions = list(descriptions)
    return f"{len(descriptions)}[{''.join(descriptions)}]"


def of_class(name, *fields):
    return f"dev.pipemark.model.{name}({''.join(fields)})"


def constant(kind, value):
    return f"dev.pipemark.model.{kind} {value.name};"


def reading(value):
    bits = struct.unpack(">q", struct.pack(">d", value.value))[0]
    return of_class("Reading", f"{value.sensor};{value.timestamp};double {bits};", text(value.unit))


def media_content(value):
    media = value.media
    return of_class(
        "MediaContent",
        of_class(
            "Media",
            text(media.uri),
            text(media.title),
            f"{media.width};{media.height};",
            text(media.format),
            f"{media.duration};{media.size};{media.bitrate};{str(media.hasBitrate).lower()};",
            of_list(map(text, media.persons)),
            constant("Media$Player", media.player),
            text(media.copyright),
        ),
        of_list(
            of_class(
                "Image",
                text(image.uri),
                text(image.title),
                f"{image.width};{image.height};",
                constant("Image$Size", image.size),
            )
            for image in value.images
        ),
    )


# As dev.pipemark.payloads.Description, a test class, describes the same values.
DESCRIPTIONS = {
    "int": lambda value: boxed("Integer", value),
    "long": lambda value: boxed("Long", value),
    "string-ascii": text,
    "list-integer-1000": lambda value: of_list(boxed("Integer", one) for one in value),
    "map-string-integer-1000": lambda value: "".join(
        text(key) + boxed("Integer", value[key]) for key in sorted(value)
    ),
    "reading": reading,
    "media-content": media_content,
    "named": lambda value: of_class(
        "Call",
        text(value.className),
        text(value.method),
        of_list(boxed("Long", one) for one in value.arguments),
    ),
    "task-class": lambda value: of_class("Scale", f"{value.factor};{value.offset};"),
    **dict.fromkeys(
        ("static-method-reference", "lambda", "lambda-capturing"),
        lambda value: "".join(f"{value(argument)};" for argument in range(-3, 4)),
    ),
}


class ValuesTest(unittest.TestCase):
    def test_are_those_of_the_java_payloads_of_the_same_seeds(self):
        recorded = {}
        for line in DIGESTS.read_text("ascii").splitlines():
            payload, _, *digests = line.split()
            recorded[payload] = dict(zip(SEEDS, digests))
        for payload in PAYLOADS.values():
            for seed in SEEDS:
                if seed == 0 and payload.id == "media-content":
                    continue  # This is the published value. Python's ring begins with seed 1.
                with self.subTest(payload=payload.id, seed=seed):
                    description = DESCRIPTIONS[payload.id](payload.create(seed)).encode("utf-16-be")
                    self.assertEqual(hashlib.sha256(description).hexdigest()[:16], recorded[payload.id][seed])

    def test_come_back_from_every_library_that_carries_them(self):
        found, _ = libraries()
        for library in found.values():
            for payload in PAYLOADS.values():
                if payload.to_plain or payload.tasks and not callable(payload.create(1)):
                    with self.subTest(library=library.name, payload=payload.id):
                        encode, decode = library.coder(payload)
                        value = payload.create(1)
                        self.assertTrue(payload.same(value, decode(encode(value))))

    @unittest.skipUnless(importable("dill"), "there is no dill: apt-get install python3-dill")
    def test_functions_come_back_from_dill_alone(self):
        found, _ = libraries()
        payload = PAYLOADS["lambda-capturing"]
        value = payload.create(1)
        encode, decode = found["dill"].coder(payload)
        self.assertTrue(payload.same(value, decode(encode(value))))
        for name in set(found) - {"dill"}:
            with self.subTest(name), self.assertRaises(Exception):
                found[name].coder(payload)[0](value)


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_script(self, *options):
        return subprocess.run(
            [sys.executable, os.fspath(SCRIPT), "--results", os.fspath(self.folder), *options],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    def test_writes_a_row_for_every_library_and_payload(self):
        done = self.run_script("--quick", "--seconds", "0.001")
        self.assertEqual(done.returncode, 0, done.stderr)
        reference = json.loads((self.folder / "python" / "reference.json").read_text("utf-8"))
        missing = {row["library"] for row in reference["missing"]}
        coded = {(row["library"], row["payload"]) for row in reference["coding"]}
        payloads = ("long", "media-content", "named", "lambda")
        self.assertEqual(
            coded, {(name, id) for name in {"pickle", "json", "dill", "msgpack"} - missing for id in payloads}
        )
        for row in reference["coding"]:
            carried = row["payload"] != "lambda" or row["library"] == "dill"
            self.assertEqual(row["refused"] == "", carried, row)
            self.assertEqual(row["bytes"] > 0, carried, row)
        codecs = {row["codec"] for row in reference["pool"]}
        self.assertEqual(codecs, {"pickle", "dill", "msgpack"} - missing)
        self.assertEqual({row["library"] for row in reference["submit"]}, {"multiprocessing.Pool", "concurrent.futures"})
        self.assertIn("media-content", done.stdout)

    def test_leaves_out_the_parts_that_were_not_asked_for(self):
        done = self.run_script("--quick", "--seconds", "0.001", "--only", "coding", "--payloads", "long")
        self.assertEqual(done.returncode, 0, done.stderr)
        reference = json.loads((self.folder / "python" / "reference.json").read_text("utf-8"))
        self.assertEqual((reference["pool"], reference["submit"]), ([], []))
        self.assertEqual({row["payload"] for row in reference["coding"]}, {"long"})

    def test_refuses_a_bad_option_in_one_line(self):
        for options, why in (
            (("--repeats", "0"), "at least 1, not '0'"),
            (("--seconds", "nan"), "seconds above 0"),
            (("--payloads", "media"), "there is no payload 'media'"),
            (("--workers", "1,x"), "at least 1, not 'x'"),
        ):
            with self.subTest(options):
                done = self.run_script(*options)
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
                self.assertIn(why, done.stderr)
        self.assertFalse((self.folder / "python").exists())


@unittest.skipUnless(DEBIAN, "packages are installed for Debian's /usr/bin/python3 only: run these tests with it")
class InstallationTest(unittest.TestCase):
    """With an apt-get and a sudo of their own, and a Python that does not look into the folders of packages."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.program("sudo", 'shift\nexec "$@"')

    def program(self, name, script):
        file = self.folder / name
        file.write_text(f'#!/bin/sh\nhere=$(dirname "$0")\n{script}\n')
        file.chmod(0o755)

    def install(self):
        """What it returns."""
        done = subprocess.run(
            [
                sys.executable,
                "-S",
                "-c",
                "from pipemark.reference.packages import install_missing; print(install_missing())",
            ],
            env={
                "PATH": os.pathsep.join([os.fspath(self.folder), "/usr/bin", "/bin"]),
                "PYTHONPATH": os.pathsep.join([MAIN, os.fspath(self.folder)]),
            },
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def calls(self):
        log = self.folder / "calls"
        return log.read_text().splitlines() if log.exists() else []

    def test_installs_what_is_missing(self):
        self.program("apt-get", 'echo "$@" >> "$here/calls"\ntouch "$here/dill.py" "$here/msgpack.py"')
        self.assertEqual(self.install(), "")
        self.assertEqual(self.calls(), ["install -y --no-install-recommends python3-dill python3-msgpack"])

    def test_updates_the_lists_of_packages_when_one_is_not_found(self):
        (self.folder / "dill.py").touch()
        self.program(
            "apt-get",
            'echo "$@" >> "$here/calls"\n'
            'if [ "$1" = update ]; then touch "$here/lists"; exit; fi\n'
            '[ -e "$here/lists" ] || exit 100\n'
            'touch "$here/msgpack.py"',
        )
        self.assertEqual(self.install(), "")
        install = "install -y --no-install-recommends python3-msgpack"
        self.assertEqual(self.calls(), [install, "update", install])

    def test_says_what_to_run_when_it_fails(self):
        self.program("apt-get", 'echo "E: there is no network" >&2\nexit 100')
        self.assertEqual(
            self.install(),
            "not installed (E: there is no network): run as root: apt-get install python3-dill python3-msgpack",
        )

    def test_calls_nothing_when_nothing_is_missing(self):
        self.program("apt-get", 'echo "$@" >> "$here/calls"')
        for module in ("dill.py", "msgpack.py"):
            (self.folder / module).touch()
        self.assertEqual(self.install(), "")
        self.assertEqual(self.calls(), [])


if __name__ == "__main__":
    unittest.main()
