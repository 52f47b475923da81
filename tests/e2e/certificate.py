#!/usr/bin/env python3
"""A certificate that ends in hours: renewed while citizens come, and never exchanged for somebody else's.

usage: certificate.py --build DIR --out DIR
"""

import argparse
import json
import ssl
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
from world import World  # noqa: E402

JOURNEYS = Path(__file__).with_name("journeys") / "certificate"
MANY = 1000  # more than a terminal asks for in two visits
HOURS = 6  # left of 30: it is asked for at once, and nobody need be told yet


def days_left(certificate):
    text = subprocess.run(["openssl", "x509", "-noout", "-enddate", "-in", certificate], check=True, capture_output=True,
                          text=True).stdout
    return (ssl.cert_time_to_seconds(text.strip().removeprefix("notAfter=")) - time.time()) / 86400


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    options = usage.parse_args()

    failed = []
    with World(options.build, terminal_hours=HOURS) as world:
        successor = Path(world.facts["state"]) / "kiosk/client-certificate.pem"
        # In this order: what was refused must neither be used at the next start nor stand for ever.
        for foreign, name, language in ((True, "foreign", "ar"), (True, "foreign", "en"), (False, "renewed", "ar")):
            world.tidy()
            if foreign:
                world.admin("/admin/faults", {"foreignCertificates": MANY})
            good = world.visit(options.out / f"{name}-{language}", "--journey", JOURNEYS / f"{name}.json", "--lang", language)
            asked = not foreign or world.admin("/admin/faults")["foreignCertificates"] < MANY
            kept = not successor.exists() if foreign else successor.exists() and days_left(successor) > 3000
            print(f"{'ok  ' if good and asked and kept else 'FAIL'} {name} {language}", flush=True)
            if not good or not asked or not kept:
                failed.append(f"{name} {language}")
        # The terminal that has been renewed shows the new one: it starts, works, and asks no more.
        asked = sum(json.loads(line)["path"].endswith("/simplereenroll") for line in world.record.open(encoding="utf-8"))
        if not world.visit(options.out / "again", "--journey", JOURNEYS / "renewed.json", "--lang", "en"):
            failed.append("the visit after it")
        if asked != sum(json.loads(line)["path"].endswith("/simplereenroll") for line in world.record.open(encoding="utf-8")):
            failed.append("asked for another one at once")
        if not world.keeps_contract():
            failed.append("the contract")
    if failed:
        print("not as they should be: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
