"""The classes and functions of the payloads. Workers import this module."""
import dataclasses
import enum
from typing import List, Optional

from pipemark.reference.splitmix import MASK, signed

# The argument of each call.
ARGUMENT = 7


class Player(enum.Enum):
    JAVA = 0
    FLASH = 1


class Size(enum.Enum):
    SMALL = 0
    LARGE = 1


@dataclasses.dataclass
class Image:
    uri: str
    title: Optional[str]
    width: int
    height: int
    size: Size


@dataclasses.dataclass
class Media:
    uri: str
    title: Optional[str]
    width: int
    height: int
    format: str
    duration: int
    size: int
    bitrate: int
    hasBitrate: bool
    persons: List[str]
    player: Player
    copyright: Optional[str]


@dataclasses.dataclass
class MediaContent:
    media: Media
    images: List[Image]


@dataclasses.dataclass
class Reading:
    sensor: int
    timestamp: int
    value: float
    unit: str


@dataclasses.dataclass
class Call:
    """A function as data: the class and the name of a method, and its first arguments."""

    className: str
    method: str
    arguments: List[int]


@dataclasses.dataclass
class Scale:
    """A function with its state in fields."""

    factor: int
    offset: int

    def __call__(self, argument):
        return signed(argument * self.factor + self.offset)


def rotate_left(argument, bits):
    argument &= MASK
    return signed(argument << bits | argument >> (64 - bits))


def scramble(argument):
    return rotate_left(argument * 0x9E3779B97F4A7C15, 21)


def multiply_add(factor, offset, argument):
    return signed(argument * factor + offset)


def rotate_xor(bits, mask, argument):
    return rotate_left(argument, bits) ^ mask


NAMED_FUNCTIONS = "dev.pipemark.payloads.NamedFunctions"
CALLABLE = {"multiplyAdd": multiply_add, "rotateXor": rotate_xor}


# The tasks that a worker runs with a value.


def call(named):
    """The task of the payload named: looks the function up and calls it."""
    if named.className != NAMED_FUNCTIONS or named.method not in CALLABLE:
        raise ValueError(f"{named.className}.{named.method} may not be called")
    return CALLABLE[named.method](*named.arguments, ARGUMENT)


def run(function):
    """The task of a function: calls it."""
    return function(ARGUMENT)


def echo(value):
    """The task of data: sends it back."""
    return value


# The conversion to dicts and back, for formats that carry plain data only.


def media_content_to_plain(content):
    return {
        "media": {**content.media.__dict__, "player": content.media.player.name},
        "images": [{**image.__dict__, "size": image.size.name} for image in content.images],
    }


def media_content_of_plain(plain):
    media = plain["media"]
    media["player"] = Player[media["player"]]
    for image in plain["images"]:
        image["size"] = Size[image["size"]]
    return MediaContent(Media(**media), [Image(**image) for image in plain["images"]])
