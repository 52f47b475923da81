"""A terminal's world for one test: started by terminal.py in a folder of its own, gone at the end."""

import json
import os
import re
import ssl
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NO_PROXY = urllib.request.ProxyHandler({})


class World:
    """`with World(build) as world:` gives a running world; `build` is the folder of the build."""

    def __init__(self, build, catalogue=None, terminal_hours=None):
        self.build = Path(build).resolve()
        self.patience = 600  # seconds for one visit; None without end
        self.folder = tempfile.TemporaryDirectory(prefix="balady-e2e-")
        self.record = Path(self.folder.name) / "record.jsonl"
        self.command = [
            ROOT / "tests/simulators/terminal.py", "--state", Path(self.folder.name) / "state", "--build", self.build,
            "--record", self.record, *(["--catalogue", catalogue] if catalogue else []),
            *(["--terminal-hours", terminal_hours] if terminal_hours else [])]

    def __enter__(self):
        self.process = subprocess.Popen([str(word) for word in self.command], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            self.__exit__()
            raise RuntimeError("the terminal's world did not start")
        self.facts = json.loads(line)
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        self.folder.cleanup()

    def admin(self, path, body=None):
        """One exchange with the sandbox's administration: a POST if there is a body."""
        request = urllib.request.Request(
            self.facts["sandbox"]["admin"] + path, None if body is None else json.dumps(body).encode(),
            {"Content-Type": "application/json"})
        with urllib.request.build_opener(NO_PROXY).open(request, timeout=30) as answer:
            return json.load(answer)

    def backend(self, path, body=None):
        """What the backend tells a terminal; or, with a body, is told by one (PUT)."""
        settings = json.loads(Path(self.facts["settings"]).read_text(encoding="utf-8"))["backend"]
        context = ssl.create_default_context(cafile=settings["ca"])
        context.load_cert_chain(settings["clientCertificate"], settings["clientKey"]["file"])
        opener = urllib.request.build_opener(NO_PROXY, urllib.request.HTTPSHandler(context=context))
        request = urllib.request.Request(
            settings["url"] + path, None if body is None else json.dumps(body).encode(),
            {"Content-Type": "application/json"}, method="GET" if body is None else "PUT")
        with opener.open(request, timeout=30) as answer:
            return json.load(answer) if body is None else None

    def ticket(self):
        """The secret of the newest address for a telephone, as the platform gave it."""
        return re.findall(r"/d/([0-9A-Z-]{19})", self.record.read_text(encoding="utf-8"))[-1]

    def tidy(self):
        """As on a new day: no card, printers ready, a page held under the camera, no faults, no tries used up. A page that lies
        there alone photographs itself, which takes its time: a visit that wants that lays it down."""
        folder = Path(self.facts["control"])
        for control in {*folder.iterdir(), folder / "camera"}:
            fresh = control.with_name("." + control.name)
            word = "ok" if "printer" in control.name else "held" if control.name == "camera" else ""
            fresh.write_text(word, encoding="utf-8")
            fresh.rename(control)  # at once as a whole: a simulator may look at any moment
        self.admin("/admin/faults", {
            "latencyMs": 0, "failNext": {"status": 503, "count": 0}, "dropAfterCommit": 0, "garbageNext": 0,
            "wrongShapeNext": 0, "garbleUploads": 0, "alterCatalogues": 0, "foreignCertificates": 0,
            "refuseConnections": False})
        self.admin("/admin/clock/advance", {"hours": 1})

    def visit(self, out, *options):
        """Sends the citizen there. True if all was as it should be; what they say goes to standard error."""
        return self.visit_and_listen(out, *options)[0]

    def visit_and_listen(self, out, *options):
        """Sends the citizen there. Whether all was as it should be, and what they say."""
        Path(out).mkdir(parents=True, exist_ok=True)
        made = subprocess.run(
            [str(word) for word in (
                self.build / "bin/balady-citizen", "--settings", self.facts["settings"], "--facts",
                Path(self.facts["state"]) / "terminal.json", "--out", out, "--pictures", "jpg", *options)],
            env=os.environ | self.facts["environment"], check=False, timeout=self.patience, stderr=subprocess.PIPE, text=True)
        print(made.stderr, end="", file=sys.stderr, flush=True)
        own = [line for line in made.stderr.splitlines(keepends=True) if not line.startswith("level=")]
        return made.returncode == 0, "".join(own)

    def keeps_contract(self):
        """Whether all that was recorded keeps the contract, by tests/contract."""
        return subprocess.run(
            ["node", "validate.mjs", str(ROOT / "config/api/balady-kiosk.openapi.yaml"), str(self.record)],
            cwd=self.build / "tests/contract", check=False).returncode == 0
