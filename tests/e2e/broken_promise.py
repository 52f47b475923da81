#!/usr/bin/env python3
"""A demonstration must fail where the terminal does not do what the catalogue says: each promise is broken once.

usage: broken_promise.py --build DIR --out DIR      the citizen's catalogue promises what the terminal's does not have
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from world import ROOT, World  # noqa: E402

TEXT = {"ar": "سؤال لا يأتي", "en": "A question that never comes"}


def add_page(service):
    service["form"].append({"id": "more", "title": TEXT, "fields": [{"id": "more", "type": "yes-no", "label": TEXT}]})


def add_document(service):
    service.setdefault("documents", []).append({"id": "more", "name": TEXT})


# What is promised in vain: the change, and a part of what the citizen says at the end.
BROKEN = {
    "page": (add_page, "did not come"),
    "document": (add_document, "documents were taken"),
    "identity": (lambda service: service.update(needsIdentity=True), "prove who they are"),
    "paper": (lambda service: service["output"].update(paper="receipt"), "no receipt came out"),
    "name": (lambda service: service.update(name=TEXT), "does not bear its name"),
}
SERVICE = "rate-service"


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    options = usage.parse_args()

    believed = []
    with World(options.build) as world:
        for name, (spoil, complaint) in BROKEN.items():
            out = options.out / name
            shutil.rmtree(out, ignore_errors=True)
            book = out / "book"
            shutil.copytree(ROOT / "config/catalogue", book)
            file = book / f"services/{SERVICE}.json"
            service = json.loads(file.read_text(encoding="utf-8"))
            spoil(service)
            file.write_text(json.dumps(service, ensure_ascii=False), encoding="utf-8")
            world.tidy()
            good, said = world.visit_and_listen(out, "--service", SERVICE, "--lang", "en", "--book", book)
            timeline = json.loads((out / "timeline.json").read_text(encoding="utf-8"))
            right = not good and complaint in said and timeline["asExpected"] is False
            print(f"{'ok  ' if right else 'FAIL'} {name}: {said.splitlines()[0] if said else 'nothing was said'}", flush=True)
            if not right:
                believed.append(name)
    return 1 if believed else 0


if __name__ == "__main__":
    sys.exit(main())
