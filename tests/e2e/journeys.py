#!/usr/bin/env python3
"""Visits to one terminal, one after the other, in one world; then what it said to the backend is checked.

usage: journeys.py --build DIR --out DIR [--catalogue DIR] VISIT...

A VISIT is NAME:LANGUAGE, where NAME is a journey file below journeys/ without its ending, or a service's id. Ends with
1 and says which visits were not as they should be, after all of them were made.
"""

import argparse
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
from world import World  # noqa: E402

JOURNEYS = Path(__file__).with_name("journeys")


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    usage.add_argument("--catalogue", type=Path)
    usage.add_argument("visits", nargs="+", metavar="VISIT")
    options = usage.parse_args()

    failed = []
    with World(options.build, options.catalogue) as world:
        for visit in options.visits:
            name, language = visit.split(":")
            world.tidy()
            journey = JOURNEYS / f"{name}.json"
            which = ("--journey", journey) if journey.exists() else ("--service", name)
            started = time.monotonic()
            good = world.visit(options.out / f"{Path(name).name}-{language}", *which, "--lang", language)
            print(f"{'ok  ' if good else 'FAIL'} {time.monotonic() - started:6.1f} s  {visit}", flush=True)
            if not good:
                failed.append(visit)
        if not world.keeps_contract():
            failed.append("the contract")
    if failed:
        print("not as they should be: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
