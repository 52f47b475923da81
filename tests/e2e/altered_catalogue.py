#!/usr/bin/env python3
"""A catalogue that somebody altered on the way: the terminal goes on with its own, and tells the technician.

usage: altered_catalogue.py --build DIR --out DIR
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from world import World  # noqa: E402

JOURNEYS = Path(__file__).with_name("journeys") / "catalogue"
MANY = 1000  # more than a terminal asks for in two visits


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    options = usage.parse_args()

    failed = []
    with World(options.build) as world:
        # In this order: what was refused must neither be kept for the next start nor stand for ever.
        for alters, name, language in ((True, "altered_on_the_way", "ar"), (True, "altered_on_the_way", "en"),
                                       (False, "as_the_platform_sent_it", "en")):
            world.tidy()
            if alters:
                world.admin("/admin/faults", {"alterCatalogues": MANY})
            good = world.visit(options.out / f"{name}-{language}", "--journey", JOURNEYS / f"{name}.json", "--lang", language)
            asked = not alters or world.admin("/admin/faults")["alterCatalogues"] < MANY
            print(f"{'ok  ' if good and asked else 'FAIL'} {name} {language}", flush=True)
            if not good or not asked:
                failed.append(f"{name} {language}")
        if not world.keeps_contract():
            failed.append("the contract")
    if failed:
        print("not as they should be: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
