#!/usr/bin/env python3
"""A terminal whose image says who signs settings: it starts with signed ones, and with no others; and one that served before goes
on with what it had.

usage: signed_settings.py --build DIR
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
from world import ROOT, World  # noqa: E402

PARTS = ("balady-kiosk", "balady-core.so", "balady-sight")
STARTED = "area=certificate event=in_use"  # the last that a start says
FALLBACK = "event=last_good_settings"
PATIENCE = 300  # seconds; machines that run tests are busy


def ends_or_starts(kiosk, settings, environment):
    """What the log says until the terminal has started, which ends it then, or has given up."""
    process = subprocess.Popen([kiosk, "--settings", settings], env=environment, stderr=subprocess.PIPE, text=True)
    said = ""
    try:
        for line in process.stderr:
            said += line
            if STARTED in line:
                break
        process.terminate()
        process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    return said


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    options = usage.parse_args()

    failed = []
    with World(options.build) as world, tempfile.TemporaryDirectory(prefix="balady-image-") as folder:
        image = Path(folder)
        for part in PARTS:
            shutil.copy(world.build / "bin" / part, image / part)
        environment = os.environ | world.facts["environment"] | {"QT_QPA_PLATFORM": "offscreen"}
        settings = image / "settings.json"
        signature = image / "settings.json.jws"
        shutil.copy(world.facts["settings"], settings)
        key = image / "signing.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)

        def dev(*words):
            return subprocess.run([ROOT / "dev", "settings", *words, "--key", key, "--id", "2026"], check=True,
                                  capture_output=True, text=True).stdout

        def expect(name, *words):
            said = ends_or_starts(image / "balady-kiosk", settings, environment)
            good = all(word in said for word in words) and all((word in said) == (word in words) for word in (STARTED, FALLBACK))
            print(f"{'ok  ' if good else 'FAIL'} {name}", flush=True)
            if not good:
                failed.append(name)
                print(said, file=sys.stderr)

        expect("developer's build", "event=settings_unsigned", STARTED)
        (image / "settings-keys.json").write_text(dev("keys"), encoding="utf-8")
        expect("unsigned", "settings: signature: there is none")
        dev("sign", settings)
        expect("signed", "event=settings_signed", STARTED)
        good = settings.read_text(encoding="utf-8")
        content = json.loads(good)
        content["terminal"]["id"] = "somebody-else"
        settings.write_text(json.dumps(content), encoding="utf-8")
        expect("altered", "settings: signature: ", "tampered")
        settings.write_text(good, encoding="utf-8")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        dev("sign", settings)
        expect("signed by a stranger", "settings: signature: ", "tampered")
        signature.unlink()
        expect("signature taken away", "settings: signature: there is none")

        state = image / "state"
        state.mkdir()
        environment["STATE_DIRECTORY"] = str(state)
        (image / "settings-keys.json").write_text(dev("keys"), encoding="utf-8")
        expect("nothing is kept yet", "settings: signature: there is none")
        dev("sign", settings)
        expect("served", "event=settings_signed", STARTED)
        signed = signature.read_text(encoding="utf-8")
        time.sleep(1.1)  # signatures have whole seconds
        content["terminal"]["id"] = "terminal-0001"
        content["session"]["idleSeconds"] = 61
        settings.write_text(json.dumps(content), encoding="utf-8")
        expect("altered after it served", "settings: signature: ", FALLBACK, STARTED)
        dev("sign", settings)
        expect("changed by who may", "event=settings_signed", STARTED)
        settings.write_text(good, encoding="utf-8")
        signature.write_text(signed, encoding="utf-8")
        expect("old ones brought back", "older than those that served last", FALLBACK, STARTED)
        content["terminal"]["id"] = "terminal-0002"
        settings.write_text(json.dumps(content), encoding="utf-8")
        dev("sign", settings)
        expect("signed for another terminal", "terminal/id: the certificate is that of terminal-0001", FALLBACK, STARTED)
        settings.write_text(good[: len(good) // 2], encoding="utf-8")
        expect("torn", "event=settings", FALLBACK, STARTED)
        settings.unlink()
        expect("gone", "event=settings", FALLBACK, STARTED)
        content["terminal"]["id"] = "terminal-0001"
        content["backend"]["ca"] = "/nowhere/ca.pem"
        settings.write_text(json.dumps(content), encoding="utf-8")
        dev("sign", settings)
        expect("signed, but of no use", "event=start", FALLBACK, STARTED)
        (state / "settings-in-use").write_bytes(b"damaged")
        expect("nothing good is left", "event=start")
    if failed:
        print("not as they should be: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
