"""The measured cells. Each becomes one row. Times are from time.perf_counter, and CPU times are those of the processes."""
import itertools
import statistics
import time

from pipemark.reference.libraries import one_line
from pipemark.reference.model import echo
from pipemark.reference.pools import START, coded, open_pool, worker_clocks
from pipemark.reference.values import fresh


class PoolCell:
    """A library, payload, number of workers and chunk: tasks mapped over a pool."""

    def __init__(self, library, codec, payload, workers, chunk, plan):
        self.library, self.codec, self.payload = library, codec, payload
        self.workers, self.chunk, self.seconds = workers, chunk, plan.seconds
        # The pool stays busy, and the slowest codec still ends a call in time.
        self.tasks = max(1, (min(payload.tasks, 500) if chunk == "1" else payload.tasks) // plan.shrink)
        self.checked = False
        self.rates, self.parent, self.worker = [], [], []

    def measure(self, rings):
        ring = rings(self.payload)
        own = self.codec.name == "pickle"
        arguments = (None, None) if own else (self.codec.name, self.payload.id)
        with open_pool(self.library, self.workers, *arguments) as pool:
            # Pickling changes reference counts. Values that exist before the fork would therefore be copied, page by page.
            values = ring if callable(ring[0]) else fresh(self.payload, ring, self.tasks)
            values = list(itertools.islice(itertools.cycle(values), self.tasks))
            trip = self.own_trip if own else self.coded_trip
            warm = values[: max(4 * self.workers, min(100, len(values)))]
            self.check(warm, trip(pool, warm))
            calls = 0
            workers = worker_clocks()
            parent = time.process_time_ns()
            began = time.perf_counter()
            while True:
                trip(pool, values)
                calls += 1
                elapsed = time.perf_counter() - began
                # Ends after the number of whole calls that is nearest to the given time.
                if elapsed * (calls + 0.5) / calls >= self.seconds:
                    break
            parent = time.process_time_ns() - parent
            done = calls * self.tasks
            self.rates.append(round(done / elapsed, 1))
            self.parent.append(round(parent / done, 1))
            if workers is not None:
                self.worker.append(round((worker_clocks() - workers) / done, 1))

    def own_trip(self, pool, values):
        return pool.map(self.payload.use, values, self.chunk)

    def coded_trip(self, pool, values):
        # Pool.map takes a list, so no worker begins before the last task is encoded.
        encode, decode = self.codec.coder(self.payload)
        if self.payload.use is not echo:
            decode = self.codec.loads
        return [decode(data) for data in pool.map(coded, [encode(value) for value in values], self.chunk)]

    def check(self, sent, arrived):
        if not self.checked:
            expected = [self.payload.use(value) for value in sent]
            if len(arrived) != len(sent) or not all(map(self.payload.same, expected, arrived)):
                raise RuntimeError(f"{self.payload.id} did not come back as it was sent from {self.library}")
            self.checked = True

    def row(self):
        return {
            "library": self.library,
            "start": START,
            "codec": self.codec.name,
            "payload": self.payload.id,
            "workers": self.workers,
            "chunk": self.chunk,
            "tasks": self.tasks,
            "perSecond": self.rates,
            "parentCpuNanos": self.parent,
            "workerCpuNanos": self.worker,
        }


class SubmitCell:
    """One task at a time: from apply, or submit, to its result."""

    def __init__(self, library, payload, workers, plan):
        self.library, self.payload, self.workers, self.seconds = library, payload, workers, plan.seconds
        self.nanos = []

    def measure(self, rings):
        with open_pool(self.library, self.workers) as pool:
            values = itertools.cycle(rings(self.payload))
            use = self.payload.use
            for value in itertools.islice(values, 20):
                pool.one(use, value)
            trips = []
            until = time.perf_counter() + self.seconds
            while True:
                value = next(values)
                began = time.perf_counter_ns()
                pool.one(use, value)
                trips.append(time.perf_counter_ns() - began)
                if time.perf_counter() >= until:
                    break
            self.nanos.append(round(statistics.fmean(trips), 1))

    def row(self):
        return {
            "library": self.library,
            "payload": self.payload.id,
            "workers": self.workers,
            "nanos": self.nanos,
        }


class CodingCell:
    """A library and a payload in this process: half of the time encoding, half decoding."""

    def __init__(self, library, payload, plan):
        self.library, self.payload, self.seconds = library, payload, plan.seconds
        self.encode, self.decode = library.coder(payload)
        self.encodes, self.decodes = [], []
        self.bytes = 0.0
        self.refused = None

    def measure(self, rings):
        values = rings(self.payload)[:64]
        if self.refused is None:
            self.refused = self.try_once(values)
        if self.refused:
            return
        encoded = [self.encode(value) for value in values]
        self.bytes = round(statistics.mean(len(data) for data in encoded), 1)
        self.encodes.append(self.timed(self.encode, values))
        self.decodes.append(self.timed(self.decode, encoded))

    def try_once(self, values):
        """Returns the library's reason for a refusal, or an empty text if the values came back."""
        try:
            arrived = [self.decode(self.encode(value)) for value in values]
        except Exception as e:
            return f"{type(e).__name__}: {one_line(e)}"
        return "" if all(map(self.payload.same, values, arrived)) else "what was loaded is not what was dumped"

    def timed(self, step, inputs):
        """Returns the nanoseconds for one value, with a few for the loop."""
        for one in inputs:
            step(one)
        passes = 0
        began = time.perf_counter_ns()
        while True:
            for one in inputs:
                step(one)
            passes += 1
            elapsed = time.perf_counter_ns() - began
            if elapsed >= self.seconds / 2 * 1e9:
                return round(elapsed / (passes * len(inputs)), 1)

    def row(self):
        return {
            "library": self.library.name,
            "version": self.library.version,
            "payload": self.payload.id,
            "encodeNanos": self.encodes,
            "decodeNanos": self.decodes,
            "bytes": self.bytes,
            "refused": self.refused or "",
        }
