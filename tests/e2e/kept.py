#!/usr/bin/env python3
"""What the terminal accepts without a network arrives once, whatever happens to it, and leaves nothing behind.

usage: kept.py --build DIR --out DIR

Two citizens send a report: in Arabic without a network, in English while it goes. The terminal is killed as soon as it
has told the second one that the report is kept. Then it is started again, with a network.
"""

import argparse
import sqlite3
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from world import World  # noqa: E402

JOURNEYS = Path(__file__).with_name("journeys") / "kept"
CANARIES = ["CANARY-FIRST", "CANARY-SECOND", "0500777001", "0500777002"]


def visit(world, out, name, language, *options):
    """Whether all was as it should be, and what the citizen says."""
    return world.visit_and_listen(out / name, "--journey", JOURNEYS / f"{name}.json", "--lang", language, *options)


def on_the_disk(world, words):
    """Which of the words stand in any file of the terminal's state."""
    files = [file.read_bytes() for file in (Path(world.facts["state"]) / "kiosk").iterdir() if file.is_file()]
    return [word for word in words if any(word.encode() in content for content in files)]


def kept(world):
    """How many requests lie in the store. The terminal must not run."""
    with sqlite3.connect(Path(world.facts["state"]) / "kiosk/terminal.db") as store:
        return store.execute("SELECT (SELECT count(*) FROM outbox), (SELECT count(*) FROM outbox_part)").fetchone()


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    options = usage.parse_args()

    wrong = []

    def check(good, what):
        print(f"{'ok  ' if good else 'FAIL'} {what}", flush=True)
        if not good:
            wrong.append(what)

    with World(options.build) as world:
        check(visit(world, options.out, "report_without_a_network", "ar", "--offline")[0], "a report without a network")
        check(not on_the_disk(world, CANARIES), "nothing of it can be read on the disk")
        world.admin("/admin/faults", {"refuseConnections": False})
        _, said = visit(world, options.out, "killed_after_acceptance", "en")
        check("the power is cut" in said, "the terminal was killed")
        check(not on_the_disk(world, CANARIES), "nothing of the second one either")
        reports = [one for one in world.admin("/admin/requests")["requests"] if one["serviceId"] == "photo-report"]
        # The first one may have gone out while the second citizen stood there.
        check(all(one["answers"]["landmark"] != "CANARY-SECOND" for one in reports), "the second one is not sent yet")
        world.admin("/admin/faults", {"refuseConnections": False})
        check(visit(world, options.out, "sent_after_a_restart", "en")[0], "both arrive after a restart, once")
        check(kept(world) == (0, 0), "the store holds nothing any more")
        check(not on_the_disk(world, CANARIES), "and nothing can be read in its files")
        texts = world.admin("/admin/sms")["sms"]
        for mobile in CANARIES[2:]:
            own = [text for text in texts if text["mobile"] == mobile]
            check(len(own) == 1 and "T-TERMINAL-0001-" in str(own), f"one text message with both numbers for {mobile[-3:]}")
        check(world.keeps_contract(), "the contract")
    if wrong:
        print("not as it should be: " + ", ".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
