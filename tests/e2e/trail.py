#!/usr/bin/env python3
"""An audit trail that somebody altered or cut off: the terminal serves on, and tells the technician.

usage: trail.py --build DIR --out DIR
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from world import World  # noqa: E402

JOURNEYS = Path(__file__).with_name("journeys") / "trail"
FURTHER = 1_000_000  # entries, more than the terminal makes here


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    options = usage.parse_args()

    failed = []
    with World(options.build) as world:
        trail = Path(world.facts["state"]) / "kiosk/audit.log"

        def expect(name, language):
            world.tidy()
            good = world.visit(options.out / f"{name}-{language}", "--journey", JOURNEYS / f"{name}.json", "--lang", language)
            print(f"{'ok  ' if good else 'FAIL'} {name} {language}", flush=True)
            if not good:
                failed.append(f"{name} {language}")

        trail.parent.mkdir(parents=True, exist_ok=True)
        trail.write_text("no entry\n", encoding="utf-8")
        expect("damaged", "en")
        for aside in trail.parent.glob("audit.damaged-*"):
            aside.unlink()
        # What the platform was told by the terminal that had all of it.
        world.backend("/v1/terminals/self/audit-head", {"sequence": FURTHER, "hash": "a" * 64})
        expect("cut_off", "ar")
        if not world.keeps_contract():
            failed.append("the contract")
    if failed:
        print("not as they should be: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
