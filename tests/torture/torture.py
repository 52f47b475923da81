#!/usr/bin/env python3
"""Torture: the terminal and its backend are killed, cut off and lied to; then their books and papers are compared.

usage: torture.py [KIND...] --build DIR [--points N] [--seed S] [--point POINT] [--workers N] [--json FILE]

Without a KIND all of them, with N points each (README.md says what a point is). Prints a table; the same goes to FILE as
JSON. Ends with 1 if a request was lost or doubled, a paper has a number that nobody knows, or something else that must
hold did not; each such point says how to repeat it alone.
"""

import argparse
import concurrent.futures
import json
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
import kills  # noqa: E402
import printers  # noqa: E402
from oracle import judge  # noqa: E402
from surroundings import Surroundings  # noqa: E402
import troubles  # noqa: E402

COLUMNS = ("points", "lost", "doubled", "orphan", "broken")


def on_the_disk(kind):
    """Kinds that need no process to be killed: the store alone, on a disk in memory."""

    def run(options):
        command = [options.build / "bin/balady-torture-disk", kind, "--seed", options.seed, "--points", options.points]
        if options.point:
            command += ["--point", options.point]
        done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"balady-torture-disk ended with {done.returncode}")
        counts = json.loads(done.stdout)
        # A control that finds nothing wrong with a lying disk means that nothing was proven.
        return {"points": counts["points"], "lost": counts["lost"], "broken": counts["broken"] + (not counts["liarFound"])}

    return run


def try_points(kind, draw, make, options, share, seed):
    """A share of the points in one terminal's surroundings, one after the other, and then the judgement of all."""
    with Surroundings(options.build) as surroundings:
        maker = make(surroundings)
        trials = [maker.run(point, f"{kind} {number}")
                  for number, point in enumerate(draw(options, maker, share, seed))]
        surroundings.settle()
        verdict = judge(trials, surroundings.sandbox.requests(), surroundings.intents(), surroundings.papers())
        for point, reasons in verdict.why.items():
            print(f"torture: {kind}: {'; '.join(reasons)}", file=sys.stderr)
            if point:
                print(f"    again: ./dev torture {kind} --point {point}", file=sys.stderr)
        if verdict.why:
            print((surroundings.folder / "kiosk.log").read_text(errors="replace")[-4000:], file=sys.stderr)
    return {"points": len(trials)} | {column: getattr(verdict, column) for column in COLUMNS[1:]}


def in_surroundings(kind, draw, make):
    """Kinds that need a backend and a printer. Several terminals are tried at the same time: they wait more than they work."""

    def run(options):
        workers = 1 if options.point else max(1, min(options.workers, options.points // 3))
        shares = [options.points // workers + (worker < options.points % workers) for worker in range(workers)]
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            results = list(pool.map(lambda worker: try_points(kind, draw, make, options, shares[worker],
                                                              options.seed * 1000 + worker), range(workers)))
        return {column: sum(result[column] for result in results) for column in COLUMNS}

    return run


KINDS = {
    "power-cut": on_the_disk("power-cut"),
    "disk": on_the_disk("disk"),
    "kill": in_surroundings("kill", kills.points, kills.KillKiosk),
    "kill-backend": in_surroundings("kill-backend", kills.points, kills.KillBackend),
    "network": in_surroundings("network", troubles.NETWORK, troubles.Tormented),
    "backend": in_surroundings("backend", troubles.BACKEND, troubles.Tormented),
    "receipt-printer": in_surroundings("receipt-printer", printers.points, printers.PullPlug),
    "kill-screen": in_surroundings("kill-screen", kills.screen_points, kills.KillScreen),
}


def table(results):
    width = max(map(len, results))
    lines = [" ".join([f"{'':{width}}"] + [f"{column:>8}" for column in COLUMNS] + [f"{'seconds':>8}"])]
    for kind, counts in results.items():
        cells = [f"{counts.get(column, '-'):>8}" for column in COLUMNS]
        lines.append(" ".join([f"{kind:{width}}", *cells, f"{counts['seconds']:>8}"]))
    return "\n".join(lines)


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--points", type=int, default=500)
    usage.add_argument("--seed", type=int, default=1)
    usage.add_argument("--point", help="one point alone, as a failure names it; with one KIND")
    usage.add_argument("--workers", type=int, default=3, help="terminals that are tried at the same time")
    usage.add_argument("--json", type=Path)
    usage.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    options = usage.parse_args()
    if unknown := set(options.kinds) - set(KINDS):
        usage.error(f"no such kind: {', '.join(sorted(unknown))}")
    if options.point and len(options.kinds) != 1:
        usage.error("--point needs one KIND")

    results = {}
    for kind in options.kinds or KINDS:
        started = time.monotonic()
        results[kind] = KINDS[kind](options)
        results[kind]["seconds"] = round(time.monotonic() - started, 1)
    print(table(results), flush=True)
    if options.json:
        options.json.write_text(json.dumps({"seed": options.seed, "kinds": results}, indent=2) + "\n", encoding="utf-8")
    wrong = sum(counts.get(column, 0) for counts in results.values() for column in COLUMNS[1:])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
