"""The file that reports read, and the table that is printed."""
import contextlib
import json
import os
import platform
import statistics
import sys

from pipemark.reference.pools import START, worker_clocks

FORMAT = 2


def progress(text):
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def machine():
    facts = {
        "cpu.model": first_value("/proc/cpuinfo", "model name", ":") or platform.processor() or "unknown",
        "cpu.cores.logical": str(os.cpu_count() or "unknown"),
        "os": first_value("/etc/os-release", "PRETTY_NAME", "=") or platform.platform(),
        "os.arch": platform.machine() or "unknown",
        "kernel": platform.release() or "unknown",
        "worker.cpu": "the CPU clock of each worker's process" if worker_clocks() is not None else "unknown",
    }
    if hasattr(os, "sched_getaffinity"):
        facts["cpu.cores.python"] = str(len(os.sched_getaffinity(0)))
    if hasattr(os, "getloadavg"):
        with contextlib.suppress(OSError):
            facts["load1"] = f"{os.getloadavg()[0]:.2f}"
    return facts


def first_value(path, name, separator):
    with contextlib.suppress(OSError, UnicodeDecodeError):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                key, _, value = line.partition(separator)
                if key.strip() == name:
                    return value.strip().strip('"')
    return None


def write(reference, file):
    """Writes the file in one step. A reader sees all of it or the earlier file."""
    new = f"{file}.{os.getpid()}.new"
    try:
        with open(new, "w", encoding="utf-8") as out:
            json.dump(reference, out, indent=1, ensure_ascii=False)
            out.write("\n")
            out.flush()
            os.fsync(out.fileno())
        os.replace(new, file)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(new)


def table(reference):
    repeats = reference["repeats"]
    print(f"{reference['implementation']} {reference['python']}, {reference['machine']['cpu.model']}")
    print(f"Workers start by {START}. Every number is the median of {repeats} repeat{'s' if repeats > 1 else ''}.")
    pool_table(reference["pool"])
    submit_table(reference["submit"])
    coding_table(reference["coding"])
    for missing in reference["missing"]:
        print(f"\n{missing['library']}: missing, {missing['why']}")


def pool_table(rows):
    workers = sorted({row["workers"] for row in rows})
    groups = {}
    for row in rows:
        lines = groups.setdefault((row["library"], row["codec"]), {})
        lines.setdefault((row["payload"], row["chunk"]), {})[row["workers"]] = row
    for (library, codec), lines in groups.items():
        print(f"\n{library} with {codec}: tasks/s; CPU of one task, parent and worker, µs")
        heads = "".join(f"{str(count) + (' worker' if count == 1 else ' workers'):>10}" for count in workers)
        print(f"  {'payload':<24}{'chunk':<7}{heads}{'parent':>8}{'worker':>8}")
        for (payload, chunk), cells in lines.items():
            rates = "".join(f"{middle(cells.get(count), 'perSecond'):>10}" for count in workers)
            least = cells[min(cells)]
            parent, worker = (middle(least, key, 1000, 1) for key in ("parentCpuNanos", "workerCpuNanos"))
            print(f"  {payload:<24}{chunk:<7}{rates}{parent:>8}{worker:>8}")


def submit_table(rows):
    if rows:
        print("\nOne task at a time, to its result: µs")
        print(f"  {'library':<24}{'payload':<24}{'workers':>8}{'µs':>10}")
    for row in rows:
        print(f"  {row['library']:<24}{row['payload']:<24}{row['workers']:>8}{middle(row, 'nanos', 1000, 1):>10}")


def coding_table(rows):
    if rows:
        print("\nIn one process: µs for one value, and its mean size")
        print(f"  {'payload':<25}{'library':<10}{'dumps':>10}{'loads':>10}{'bytes':>10}")
    for row in rows:
        head = f"  {row['payload']:<25}{row['library']:<10}"
        if row["refused"]:
            room = 80 - len(head) - len("refused: ")
            reason = row["refused"]
            print(head + "refused: " + (reason if len(reason) <= room else reason[: room - 1] + "…"))
        else:
            times = "".join(f"{middle(row, key, 1000, 2):>10}" for key in ("encodeNanos", "decodeNanos"))
            print(f"{head}{times}{row['bytes']:>10,.1f}")


def middle(row, key, unit=1, digits=0):
    return f"{statistics.median(row[key]) / unit:,.{digits}f}" if row and row[key] else "-"
