"""The plan: the cells, their duration, and the number of repeats."""
from typing import List, NamedTuple

from pipemark.reference.cells import CodingCell, PoolCell, SubmitCell
from pipemark.reference.model import run
from pipemark.reference.output import progress
from pipemark.reference.pools import POOLS
from pipemark.reference.values import PAYLOADS, Payload

PARTS = ("pool", "submit", "coding")


class Plan(NamedTuple):
    repeats: int
    seconds: float
    shrink: int  # divides the tasks of a call
    workers: List[int]
    payloads: List[Payload]

    @staticmethod
    def of(given):
        """The plan of the given options."""
        repeats = given.repeats or (1 if given.quick else 5)
        seconds = given.seconds or (0.02 if given.quick else 0.12)
        few = ("long", "media-content", "named", "lambda") if given.quick else tuple(PAYLOADS)
        payloads = [payload for payload in PAYLOADS.values() if payload.id in (given.payloads or few)]
        workers = given.workers or ([1, 2] if given.quick else [1, 2, 4])
        return Plan(repeats, seconds, 10 if given.quick else 1, workers, payloads)

    def cells(self, codecs, only):
        """Returns the cells of each part. If only names a part, the others have none."""
        parts = {
            "pool": self.pool_cells(codecs),
            "submit": self.submit_cells(),
            "coding": [CodingCell(library, payload, self) for payload in self.payloads for library in codecs.values()],
        }
        return {name: cells if only in (None, name) else [] for name, cells in parts.items()}

    def pool_cells(self, codecs):
        carried = [payload for payload in self.payloads if payload.tasks]
        data = [payload for payload in carried if payload.use is not run]
        cells = [
            PoolCell(library, codecs["pickle"], payload, workers, chunk, self)
            for payload in data
            for chunk in ("1", "default")
            for workers in self.workers
            for library in POOLS
        ]
        # A pool sees only the bytes of these codecs. One pool with one worker is enough to show their cost.
        for name, payloads in (("dill", carried), ("msgpack", data)):
            if name in codecs:
                cells += [
                    PoolCell("multiprocessing.Pool", codecs[name], payload, 1, chunk, self)
                    for payload in payloads
                    for chunk in ("1", "default")
                ]
        return cells

    def submit_cells(self):
        return [
            SubmitCell(library, PAYLOADS[payload], workers, self)
            for payload in ("long", "media-content")
            if PAYLOADS[payload] in self.payloads
            for workers in self.workers
            for library in POOLS
        ]

    def measure(self, cells):
        """Measures all cells, then all of them again. A drift of the machine then affects all cells alike."""
        made = {cell.payload.id: cell.payload.values() for cell in cells}
        for repeat in range(self.repeats):
            for number, cell in enumerate(cells):
                progress(f"repeat {repeat + 1} of {self.repeats}: {number + 1} of {len(cells)}")
                cell.measure(lambda payload: made[payload.id])
        progress("")
