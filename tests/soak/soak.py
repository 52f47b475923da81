#!/usr/bin/env python3
"""Soak: one process of the terminal serves citizen after citizen; what it holds must not grow with them.

usage: soak.py --build DIR [--visits N] [--json FILE]

Prints what the process held on the way, and what one visit costs. Ends with 1 if something grew beyond its limit, or a visit
did not end in a request. README.md says what is judged.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.append(str(Path(__file__).resolve().parents[1] / "torture"))
from surroundings import Lines, Surroundings, die_with_parent, errand  # noqa: E402

WARM = 8              # visits, of both kinds: libraries that only some need are there, and the heap has found its size
MEMORY_GROWTH = 1024  # KiB of memory that is of no file: a step of the heap
DESCRIPTORS_GROWTH = 1  # a connection that is being made anew
DISK_A_VISIT = 4096   # bytes: the row of a request and its lines in the audit trail stay
LOG_OF_STORE = 5 << 20  # bytes: SQLite's log grows to 1000 pages before it is written back
START_GROWTH = 1.5    # processor time of the start beside the first one's, and a tenth of a second
SAMPLES = 20
PATIENCE = 120        # seconds for a visit; machines that run tests are busy
LARGE = 1 << 20       # bytes: what is larger than this (a camera's frame) goes back to the system when it is freed


def own_kib(pid):
    """Memory that is of no file. A library's pages become private when other programs that use it end, so they tell nothing."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Anonymous:"))


def processor_seconds(pid):
    """What it has used so far; on a busy machine the time that passes tells of the others."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime: proc(5)


def held(pid, kept):
    """What the process and its folder hold now."""
    # `Path.stat` fails for a file that SQLite takes away meanwhile; it is then nothing.
    sizes = [size_of(Path(folder) / name) for folder, _, names in os.walk(kept) for name in names]
    return {"own_kib": own_kib(pid), "descriptors": len(os.listdir(f"/proc/{pid}/fd")),
            "threads": len(os.listdir(f"/proc/{pid}/task")), "disk_bytes": sum(sizes)}


def size_of(file):
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


class Terminal:
    """The terminal's core with citizens who come when they are told to."""

    def __init__(self, surroundings):
        command = [surroundings.build / "bin/balady-torture-citizen", "--settings", surroundings.settings, "--errands", "-"]
        self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=surroundings.log, preexec_fn=die_with_parent,
                                        env=os.environ | {"MALLOC_MMAP_THRESHOLD_": str(LARGE)})
        self.lines = Lines(self.process.stdout)
        self.hear("at")
        self.start_seconds = processor_seconds(self.process.pid)

    def hear(self, word):
        """The claims that were made before that word was said."""
        claims = []
        while line := self.lines.next(time.monotonic() + PATIENCE):
            said = json.loads(line)
            if word in said:
                return claims
            if "claim" in said:
                claims.append(said["claim"])
        raise RuntimeError("a visit did not end")

    def serve(self, wish):
        self.process.stdin.write(json.dumps(wish).encode() + b"\n")
        self.process.stdin.flush()
        return self.hear("left")

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()


def soak(build, visits):
    """The samples on the way, what the first start and one at the end took, and how many visits did not end in an accepted
    request."""
    with Surroundings(build) as surroundings:
        surroundings.terminal.settings["receiptPrinter"].pop("roll", None)  # nobody comes to put a new one in
        surroundings.terminal.write()
        kept = surroundings.folder / "state/kiosk"
        terminal = Terminal(surroundings)
        first_start = terminal.start_seconds
        samples, failed, began = [], 0, time.monotonic()
        for number in range(1, visits + 1):
            name = "photo" if number % 4 == 0 else "report"
            failed += "accepted" not in terminal.serve(errand(name, f"soak {number}"))
            if number >= WARM and (number - WARM) % max(1, (visits - WARM) // SAMPLES) == 0:
                samples.append({"visits": number} | held(terminal.process.pid, kept))
        seconds = time.monotonic() - began
        status = terminal.end()
        asked = sum("soak " in str(request.answers) for request in surroundings.sandbox.requests())
        again = Terminal(surroundings)
        last_start = again.start_seconds
        again.end()
    return {"visits": visits, "failed": failed + (status != 0), "requests": asked, "seconds": round(seconds, 1),
            "samples": samples, "start_seconds": {"first": round(first_start, 3), "last": round(last_start, 3)}}


def verdict(report):
    """Why this is no terminal that can stand for years; nothing if it is one."""
    warm, end = report["samples"][0], report["samples"][-1]
    quarter = max(1, len(report["samples"]) // 4)

    def early_and_late(what, judge_early=min):
        """What was held in the first and in the last quarter, but for what is only in work at the moment of a sample."""
        values = [sample[what] for sample in report["samples"]]
        return judge_early(values[:quarter]), min(values[-quarter:])

    memory, descriptors, threads = (early_and_late("own_kib"), early_and_late("descriptors", max),
                                    early_and_late("threads", max))
    grown = memory[1] - memory[0]
    disk = (end["disk_bytes"] - warm["disk_bytes"] - LOG_OF_STORE) / max(1, end["visits"] - warm["visits"])
    first, last = report["start_seconds"]["first"], report["start_seconds"]["last"]
    return [why for wrong, why in (
        (report["failed"], f"{report['failed']} visits did not end in an accepted request"),
        (report["requests"] != report["visits"], f"the platform has {report['requests']} requests"),
        (grown > MEMORY_GROWTH, f"memory grew by {grown} KiB"),
        (descriptors[1] > descriptors[0] + DESCRIPTORS_GROWTH, f"descriptors grew from {descriptors[0]} to {descriptors[1]}"),
        (threads[1] > threads[0], f"threads grew from {threads[0]} to {threads[1]}"),
        (disk > DISK_A_VISIT, f"the disk grew by {disk:.0f} bytes a visit"),
        (last > first * START_GROWTH + 0.1, f"the start takes {last} s of the processor instead of {first} s")) if wrong]


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--visits", type=int, default=2000)
    usage.add_argument("--json", type=Path)
    options = usage.parse_args()
    report = soak(options.build, options.visits)
    report["wrong"] = verdict(report)
    print(f"{'visits':>8}{'own KiB':>13}{'descriptors':>13}{'threads':>9}{'disk bytes':>12}")
    for sample in report["samples"]:
        print(f"{sample['visits']:>8}{sample['own_kib']:>13}{sample['descriptors']:>13}{sample['threads']:>9}"
              f"{sample['disk_bytes']:>12}")
    print(f"{report['visits']} visits in {report['seconds']} s; a start takes {report['start_seconds']['first']} s of the processor, "
          f"and {report['start_seconds']['last']} s at the end")
    for why in report["wrong"]:
        print(f"soak: {why}", file=sys.stderr)
    if options.json:
        options.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 1 if report["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
