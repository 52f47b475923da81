#!/usr/bin/env python3
"""Torture: the terminal and its backend are killed, cut off and lied to; then their books and papers are compared.

usage: torture.py [KIND...] --build DIR [--points N] [--seed S] [--point POINT] [--json FILE]

Without a KIND all of them, with N points each (README.md says what a point is). Prints a table; the same goes to FILE as
JSON. Ends with 1 if a request was lost or doubled, a paper has a number that nobody knows, or something else that must
hold did not; each such point says how to repeat it alone.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True

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


KINDS = {"power-cut": on_the_disk("power-cut"), "disk": on_the_disk("disk")}


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
