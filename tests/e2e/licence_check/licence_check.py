#!/usr/bin/env python3
"""The licence that a terminal printed, read by software that is not ours: its QR code by ZXing, its signature by npm's jose, its
structure by qpdf.

usage: licence_check.py --build DIR --out DIR       prints a licence first, then checks the paper
       licence_check.py --build DIR --of DIR        checks what a demonstration left there
"""

import argparse
import base64
import json
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from world import ROOT, World  # noqa: E402


def code_on(pdf, build):
    """The text of the QR code on the first page, from a picture of it at a scanner's usual resolution."""
    picture = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", pdf, picture], check=True)
    return subprocess.run(
        [build / "bin/balady-read-code", picture.with_suffix(".png")], check=True, capture_output=True, text=True).stdout.strip()


def check(folder, build, issued=None):
    """Whether licence.pdf of the folder says what its code says, and the code is signed with a key of keys.json."""
    subprocess.run(["qpdf", "--check", folder / "licence.pdf"], check=True, stdout=subprocess.DEVNULL)
    jws = code_on(folder / "licence.pdf", build)
    claims = json.loads(base64.urlsafe_b64decode(jws.split(".")[1] + "=="))
    words = subprocess.run(["pdftotext", folder / "licence.pdf", "-"], check=True, capture_output=True, text=True).stdout
    if claims["sub"] not in words:
        print("the number in the code is not the one on the paper", file=sys.stderr)
        return 1
    licence = folder / "licence.json"
    licence.write_text(json.dumps({"number": issued or claims["sub"], "jws": jws}), encoding="utf-8")
    return subprocess.run(
        ["node", "verify_licence.mjs", ROOT / "config/api/balady-kiosk.openapi.yaml", licence, folder / "keys.json"],
        cwd=build / "tests/contract", check=False).returncode


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    where = usage.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path)
    where.add_argument("--of", type=Path)
    options = usage.parse_args()
    build = options.build.resolve()
    if options.of:
        return check(options.of.resolve(), build)

    out = options.out.resolve()
    with World(build) as world:
        if not world.visit(out, "--service", "issue-commercial-license", "--lang", "ar"):
            return 1
        issued = next(one["licenceNumber"] for one in world.admin("/admin/requests")["requests"] if one.get("licenceNumber"))
        (out / "keys.json").write_text(json.dumps(world.backend("/v1/verification-keys")), encoding="utf-8")
    return check(out, build, issued)


if __name__ == "__main__":
    sys.exit(main())
