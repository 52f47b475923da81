#!/usr/bin/env python3
"""The licence that a terminal printed, read by software that is not ours: its QR code by ZXing, its signature by npm's jose.

usage: licence_check.py --build DIR --out DIR       prints a licence first, then checks the paper
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


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--out", type=Path, required=True)
    options = usage.parse_args()
    out = options.out.resolve()
    build = options.build.resolve()

    with World(build) as world:
        if not world.visit(out, "--service", "issue-commercial-license", "--lang", "ar"):
            return 1
        issued = next(one["licenceNumber"] for one in world.admin("/admin/requests")["requests"] if one.get("licenceNumber"))
        (out / "keys.json").write_text(json.dumps(world.backend("/v1/verification-keys")), encoding="utf-8")
    jws = code_on(out / "licence.pdf", build)
    (out / "licence.json").write_text(json.dumps({"number": issued, "jws": jws}), encoding="utf-8")
    claims = json.loads(base64.urlsafe_b64decode(jws.split(".")[1] + "=="))
    words = subprocess.run(["pdftotext", out / "licence.pdf", "-"], check=True, capture_output=True, text=True).stdout
    if claims["sub"] not in words:
        print("the number in the code is not the one on the paper", file=sys.stderr)
        return 1
    return subprocess.run(
        ["node", "verify_licence.mjs", ROOT / "config/api/balady-kiosk.openapi.yaml", out / "licence.json", out / "keys.json"],
        cwd=build / "tests/contract", check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
