"""CPython's two pools of processes, and the code that runs in their workers."""
import concurrent.futures
import contextlib
import math
import multiprocessing
import os
import signal
import sys
import time

from pipemark.reference.libraries import libraries
from pipemark.reference.model import echo
from pipemark.reference.values import PAYLOADS

# Most programs on Linux fork. On other systems fork is unsafe or missing.
START = "fork" if sys.platform.startswith("linux") else "spawn"
CONTEXT = multiprocessing.get_context(START)

# For codecs other than pickle: how a worker decodes a task, runs it, and encodes the answer.
in_worker = None


def worker_starts(parent, codec, payload):
    """Runs once in every worker."""
    # Ctrl-C reaches all processes of a terminal: the parent ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        # no_interrupt has blocked SIGTERM. Pool.terminate sends it, and would wait for ever.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    end_with_parent(parent)
    if codec is not None:
        global in_worker
        library, use = libraries()[0][codec], PAYLOADS[payload].use
        encode, decode = library.coder(PAYLOADS[payload])
        # The result of a function is a number. It needs no coder of the payload.
        in_worker = decode, use, encode if use is echo else library.dumps


def end_with_parent(parent):
    """Ends this worker with its parent. A worker of a ProcessPoolExecutor would wait for ever."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(Exception):
            import ctypes

            ctypes.CDLL(None).prctl(1, int(signal.SIGKILL), 0, 0, 0)  # PR_SET_PDEATHSIG
            if os.getppid() != parent:
                os._exit(1)


def coded(data):
    """Runs a task that another codec than pickle has encoded. Pickle carries the bytes of the task and of the answer."""
    decode, use, encode = in_worker
    return encode(use(decode(data)))


class OfMultiprocessing:
    """multiprocessing.Pool."""

    def __init__(self, workers, arguments):
        self.pool = CONTEXT.Pool(workers, worker_starts, arguments)

    def map(self, function, values, chunk):
        return self.pool.map(function, values, None if chunk == "default" else int(chunk))

    def one(self, function, value):
        return self.pool.apply(function, (value,))

    def close(self):
        self.pool.close()
        self.pool.join()

    def end(self):
        self.pool.terminate()
        self.pool.join()


class OfFutures:
    """concurrent.futures.ProcessPoolExecutor. Its own chunks have one task. Here, "default" means the chunks of the Pool."""

    def __init__(self, workers, arguments):
        self.workers = workers
        self.executor = concurrent.futures.ProcessPoolExecutor(workers, CONTEXT, worker_starts, arguments)

    def map(self, function, values, chunk):
        size = math.ceil(len(values) / (4 * self.workers)) if chunk == "default" else int(chunk)
        return list(self.executor.map(function, values, chunksize=size))

    def one(self, function, value):
        return self.executor.submit(function, value).result()

    def close(self):
        self.executor.shutdown()

    def end(self):
        for process in multiprocessing.active_children():
            process.kill()
        self.executor.shutdown()


POOLS = {"multiprocessing.Pool": OfMultiprocessing, "concurrent.futures": OfFutures}


@contextlib.contextmanager
def open_pool(library, workers, codec=None, payload=None):
    """Opens a pool, and waits until all workers run. Only one pool is open at a time, since forks inherit its pipes."""
    pool = None
    try:
        with no_interrupt():
            pool = POOLS[library](workers, (os.getpid(), codec, payload))
            # The executor starts one more worker for each task while the others are busy.
            pool.map(time.sleep, [0.01] * workers, 1)
        yield pool
        pool.close()
    except BaseException:
        if pool is not None:
            pool.end()
        raise


@contextlib.contextmanager
def no_interrupt():
    """Delays Ctrl-C. A worker that is starting does not ignore it yet."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def worker_clocks():
    """Returns the CPU time of all running workers in ns, or None if the system does not report it.

    On Linux, clock_getcpuclockid(3) gives the clock of a process. It is exact, and includes all threads.
    """
    if not sys.platform.startswith("linux"):
        return None
    return sum(time.clock_gettime_ns((~child.pid) << 3 | 2) for child in multiprocessing.active_children())
