"""The command: it reads the options, measures, and writes the file."""
import argparse
import datetime
import os
import pathlib
import platform
import signal
import sys

import pipemark.reference
from pipemark.reference import output
from pipemark.reference.libraries import libraries, one_line
from pipemark.reference.packages import install_missing
from pipemark.reference.plan import PARTS, Plan
from pipemark.reference.values import PAYLOADS

RESULTS = pathlib.Path(__file__).resolve().parents[5] / "results"


class Interrupted(Exception):
    """SIGTERM arrived."""


class Options(argparse.ArgumentParser):
    def error(self, message):
        self.exit(1, f"python-reference: {message}; --help lists the options\n")


def at_least_one(text):
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, not '{text}'")
    return number


def above_zero(text):
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number <= 3600:
        raise argparse.ArgumentTypeError(f"expected seconds above 0 and up to 3600, not '{text}'")
    return number


def known_payloads(text):
    unknown = [name for name in text.split(",") if name not in PAYLOADS]
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no payload '{unknown[0]}'; there are {', '.join(PAYLOADS)}")
    return text.split(",")


def counts(text):
    return [at_least_one(number) for number in text.split(",")]


def options():
    parser = Options(
        prog="python-reference",
        allow_abbrev=False,
        description=pipemark.reference.__doc__
        + "\nIf msgpack or dill is missing, it is installed first by apt-get, as root or by sudo without a password. With"
        "\n--quick, nothing is installed.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="With the defaults it takes about two minutes, with dill and msgpack about one more.",
    )
    parser.add_argument(
        "--results", metavar="DIR", default=RESULTS, help="the folder of results (default: results of this checkout)"
    )
    parser.add_argument(
        "--repeats", metavar="N", type=at_least_one, help="how often everything is measured (default: 5)"
    )
    parser.add_argument(
        "--seconds", metavar="S", type=above_zero, help="time of each configuration in each repeat (default: 0.12)"
    )
    parser.add_argument("--only", choices=PARTS, help="measures this part; the file then holds no other")
    parser.add_argument(
        "--payloads", metavar="ID,...", type=known_payloads, help="only these of them (default: all)"
    )
    parser.add_argument(
        "--workers", metavar="N,...", type=counts, help="pools of so many workers (default: 1,2,4)"
    )
    parser.add_argument(
        "--quick", action="store_true", help="a few payloads in some seconds: tests that it runs"
    )
    return parser.parse_args()


def reference(given):
    codecs, missing = libraries()
    plan = Plan.of(given)
    parts = plan.cells(codecs, given.only)
    started = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    facts = output.machine()
    plan.measure([cell for cells in parts.values() for cell in cells])
    return {
        "format": output.FORMAT,
        "started": started.isoformat().replace("+00:00", "Z"),
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "machine": facts,
        "repeats": plan.repeats,
        **{name: [cell.row() for cell in cells] for name, cells in parts.items()},
        "missing": missing,
    }


def interrupted(*_):
    raise Interrupted


def main():
    given = options()
    # Tables and messages are UTF-8, whatever the locale is.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    signal.signal(signal.SIGTERM, interrupted)
    folder = os.path.join(given.results, "python")
    file = os.path.join(folder, "reference.json")
    try:
        # A folder that cannot be written to is reported before the measurement.
        os.makedirs(folder, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(f"'{folder}' cannot be written to")
    except OSError as e:
        print(f"python-reference: {one_line(e)}: give another folder with --results", file=sys.stderr)
        return 1
    try:
        advice = "" if given.quick else install_missing()
        if advice:
            print(f"python-reference: {advice}", file=sys.stderr)
        done = reference(given)
        output.write(done, file)
    except (KeyboardInterrupt, Interrupted) as e:
        output.progress("")
        print("python-reference: interrupted, nothing was written", file=sys.stderr)
        return 130 if isinstance(e, KeyboardInterrupt) else 143
    output.table(done)
    print(f"\nwritten to {file}")
    return 0
