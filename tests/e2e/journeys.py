#!/usr/bin/env python3
"""Visits to one terminal, one after the other, in one world; then what it said to the backend is checked.

usage: journeys.py --build DIR --out DIR [--catalogue DIR] [--play EVENTS [--seed S]] VISIT...

A VISIT is NAME:LANGUAGE, where NAME is a journey file below journeys/ without its ending, or a service's id. Ends with
1 and says which visits were not as they should be, after all of them were made. --play lets the child of a journey play
for so many events instead of those that the journey says; --seed adds S to the child's own, for another child.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
from world import World  # noqa: E402

JOURNEYS = Path(__file__).with_name("journeys")


def longer(journey, events, seed, folder):
    """The same journey with another length of play and another child, as a file in this folder."""
    told = json.loads(journey.read_text(encoding="utf-8"))
    for step in told["steps"]:
        if "play" in step:
            step |= {"play": events, "seed": step["seed"] + seed}
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / journey.name
    copy.write_text(json.dumps(told), encoding="utf-8")
    return copy


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    usage.add_argument("--catalogue", type=Path)
    usage.add_argument("--play", type=int)
    usage.add_argument("--seed", type=int, default=0)
    usage.add_argument("visits", nargs="+", metavar="VISIT")
    options = usage.parse_args()

    failed = []
    with World(options.build, options.catalogue) as world:
        if options.play:
            world.patience = None  # for as long as it takes
        for visit in options.visits:
            name, language = visit.split(":")
            world.tidy()
            journey = JOURNEYS / f"{name}.json"
            if options.play and journey.exists():
                journey = longer(journey, options.play, options.seed, options.out)
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
