"""The seeded numbers of dev.pipemark.payloads.SplitMix64."""

MASK = (1 << 64) - 1


def signed(bits, width=64):
    """Returns the lowest bits as a signed number: a Java long, or an int of another width."""
    bits &= (1 << width) - 1
    return bits - (1 << width) if bits >> (width - 1) else bits


class SplitMix64:
    """Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014."""

    LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

    def __init__(self, seed):
        self.state = self.mix(seed & MASK)

    @staticmethod
    def mix(z):
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        return self.mix(self.state)

    def long(self):
        return signed(self.next())

    def below(self, bound):
        return ((self.next() >> 32) * bound) >> 32

    def between(self, first, last):
        return first + self.below(last - first + 1)

    def magnitude(self):
        bits = self.below(32)
        absolute = (self.next() >> 33) & ((1 << bits) - 1)
        return -absolute if self.below(8) == 0 else absolute

    def ascii(self, length):
        return "".join([self.LETTERS[self.below(len(self.LETTERS))] for _ in range(length)])

    def word(self):
        return self.ascii(self.between(5, 20))
