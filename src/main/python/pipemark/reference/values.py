"""The payloads. Pipemark makes equal values from the same seeds."""
import dataclasses
import itertools
import pickle
from typing import Any, Callable, NamedTuple, Optional

from pipemark.reference.libraries import PROTOCOL
from pipemark.reference.model import (
    NAMED_FUNCTIONS,
    Call,
    Image,
    Media,
    MediaContent,
    Player,
    Reading,
    Scale,
    Size,
    call,
    echo,
    media_content_of_plain,
    media_content_to_plain,
    run,
    scramble,
)
from pipemark.reference.splitmix import MASK, SplitMix64, signed

UNITS = ("°C", "hPa", "%", "m/s", "lx")


def integer(seed):
    """Scrambles 32 bits one to one."""
    low = (1 << 32) - 1
    z = (seed * 0x9E3779B9) & low
    z = ((z ^ (z >> 16)) * 0x85EBCA6B) & low
    return signed(z ^ (z >> 13), 32)


def media_content(seed):
    """The published value with permuted letters, and with other numbers of as many bits and digits."""
    random = SplitMix64(seed)
    small = list("abcdefghijklmnopqrstuvwxyz")
    for last in range(len(small) - 1, 0, -1):
        other = random.below(last + 1)
        small[last], small[other] = small[other], small[last]
    letters = "".join(small)
    swap = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", letters + letters.upper())

    def text(published):
        return published.translate(swap)

    def number(published):
        first = 1 << (published.bit_length() - 1)
        last = 2 * first - 1
        power = 10
        while power <= last:
            if power <= published:
                first = max(first, power)
            else:
                last = power - 1
            power *= 10
        return random.between(first, last)

    def image(uri, width, height, size):
        return Image(text(uri), text("Javaone Keynote"), number(width), number(height), size)

    return MediaContent(
        Media(
            uri=text("http://javaone.com/keynote.mpg"),
            title=text("Javaone Keynote"),
            width=number(640),
            height=number(480),
            format=text("video/mpg4"),
            duration=number(18_000_000),
            size=number(58_982_400),
            bitrate=number(262_144),
            hasBitrate=True,
            persons=[text("Bill Gates"), text("Steve Jobs\uC2A4")],
            player=Player.JAVA,
            copyright=None,
        ),
        [
            image("http://javaone.com/keynote_large.jpg", 1024, 768, Size.LARGE),
            image("http://javaone.com/keynote_small.jpg", 320, 240, Size.SMALL),
        ],
    )


def mapping(seed):
    random = SplitMix64(seed)
    entries = {}
    while len(entries) < 1000:
        key = random.word()
        entries[key] = random.magnitude()
    return entries


def integers(seed):
    random = SplitMix64(seed)
    return [random.magnitude() for _ in range(1000)]


def reading(seed):
    random = SplitMix64(seed)
    return Reading(
        random.below(10_000),
        1_700_000_000_000 + random.below(2**31 - 1),
        random.between(-4000, 110_000) / 100,
        UNITS[random.below(len(UNITS))],
    )


def named(seed):
    random = SplitMix64(seed)
    if random.below(2) == 0:
        return Call(NAMED_FUNCTIONS, "multiplyAdd", [random.long(), random.long()])
    return Call(NAMED_FUNCTIONS, "rotateXor", [random.below(64), random.long()])


def scale(seed):
    random = SplitMix64(seed)
    return Scale(signed(random.next() | 1), random.magnitude())


def capturing(seed):
    offset, captured = signed(SplitMix64.mix(seed & MASK)), reading(seed)
    return lambda argument: signed(argument * captured.sensor + captured.timestamp + offset)


class Payload(NamedTuple):
    id: str
    create: Callable[[int], Any]
    ring: int = 64  # the number of values, each from a seed of its own
    tasks: int = 0  # in one map with default chunks, a few MiB at most; 0 if it is dumped and loaded only
    use: Callable[[Any], Any] = echo
    to_plain: Optional[Callable[[Any], Any]] = None
    of_plain: Optional[Callable[[Any], Any]] = None
    again: Optional[Callable[[Any], Any]] = None  # makes an equal object; pickle does so by default

    def values(self):
        return [self.create(seed) for seed in range(1, self.ring + 1)]

    def same(self, sent, arrived):
        if not callable(sent):
            return type(sent) is type(arrived) and sent == arrived
        return all(sent(argument) == arrived(argument) for argument in (0, 1, -1, 1000, -(2**31), 2**63 - 1))


PAYLOADS = {
    payload.id: payload
    for payload in (
        Payload("int", integer, 1024, 10_000),
        Payload("long", lambda seed: SplitMix64(seed).long(), 1024, 10_000),
        Payload("string-ascii", lambda seed: SplitMix64(seed).ascii(16), 1024, 10_000),
        Payload("list-integer-1000", integers, tasks=160, again=list),
        Payload("map-string-integer-1000", mapping, tasks=64),
        Payload(
            "reading",
            reading,
            1024,
            10_000,
            to_plain=lambda value: value.__dict__,
            of_plain=lambda plain: Reading(**plain),
            again=dataclasses.replace,
        ),
        Payload(
            "media-content",
            media_content,
            256,
            1_000,
            to_plain=media_content_to_plain,
            of_plain=media_content_of_plain,
        ),
        Payload(
            "named",
            named,
            1024,
            10_000,
            call,
            to_plain=lambda value: value.__dict__,
            of_plain=lambda plain: Call(**plain),
            again=lambda value: Call(value.className, value.method, value.arguments[:]),
        ),
        Payload("static-method-reference", lambda seed: scramble),
        Payload("task-class", scale),
        Payload("lambda", lambda seed: lambda argument: signed(31 * argument + 7), 64, 10_000, run),
        Payload("lambda-capturing", capturing, 64, 10_000, run),
    )
}


def fresh(payload, ring, count):
    """Returns count objects. Each is an object of its own, and shares only constants of the program.

    Pickle writes an object that occurs again in a chunk as a reference to the first. One value that is sent many times
    would cost almost nothing.
    """
    again = payload.again
    if again is not None:
        return [again(value) for value in itertools.islice(itertools.cycle(ring), count)]
    pickled = [pickle.dumps(value, PROTOCOL) for value in ring]
    return [pickle.loads(data) for data in itertools.islice(itertools.cycle(pickled), count)]
