"""What a terminal is tortured in: a backend that can be killed and started again, a receipt printer, and their books."""

import json
import os
import select
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests/simulators"))
import terminal as simulators  # noqa: E402

die_with_parent = simulators.die_with_parent

NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
PATIENCE = 60  # seconds for anything that takes milliseconds; machines that run tests are busy


class Lines:
    """Whole lines from a pipe, with a limit of time; what a killed process had begun to say is no line."""

    def __init__(self, stream):
        self.stream = stream
        self.read = b""

    def next(self, deadline=None):
        """The next line without its end; "" at the end of the pipe, nothing when the time is up."""
        while b"\n" not in self.read:
            left = None if deadline is None else max(0, deadline - time.monotonic())
            if not select.select([self.stream], [], [], left)[0]:
                return None
            more = os.read(self.stream.fileno(), 65536)
            if not more:
                return ""
            self.read += more
        line, self.read = self.read.split(b"\n", 1)
        return line.decode()


class Sandbox:
    """The reference backend as a process of its own, on the same ports and books each time that it is started."""

    def __init__(self, build, folder):
        self.folder = folder
        self.program = build / "bin/balady-sandbox"
        self.ports = (0, 0)
        self.process = None
        self.log = open(folder / "sandbox.log", "ab")
        self.start()

    def start(self, environment=None, may_die=False):
        command = [self.program, "--state", self.folder / "sandbox", "--catalogue", ROOT / "config/catalogue",
                   "--port", self.ports[0], "--admin-port", self.ports[1], "--phone-port", 0]
        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=self.log,
                                        env=os.environ | (environment or {}), preexec_fn=die_with_parent)
        line = self.process.stdout.readline()
        if not line and may_die:
            return
        if not line:
            raise RuntimeError(f"the sandbox did not start; {self.log.name} may say why")
        self.facts = json.loads(line)
        self.ports = tuple(int(self.facts[name].rsplit(":", 1)[1]) for name in ("url", "admin"))

    def stop(self):
        """In order: SIGTERM."""
        self.process.terminate()
        self.reap()

    def reap(self):
        self.process.wait()
        self.process.stdout.close()

    def admin(self, path, body=None):
        """One exchange with its administration: a POST if there is a body."""
        request = urllib.request.Request(self.facts["admin"] + path, None if body is None else json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with NO_PROXY.open(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def foreign_certificate(self):
        """A certificate for localhost that no authority of the terminal's has signed, and its key."""
        certificate, key = self.folder / "foreign.pem", self.folder / "foreign.key"
        if not certificate.exists():
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                            "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost",
                            "-addext", "subjectAltName=DNS:localhost"], check=True, stderr=subprocess.DEVNULL)
        return certificate, key

    def requests(self):
        """Every request in the books; the process may be dead."""
        books = sqlite3.connect(f"file:{self.folder}/sandbox/sandbox.sqlite?mode=ro", uri=True)
        try:
            rows = books.execute("SELECT s.number, s.answers, i.key FROM submissions s "
                                 "LEFT JOIN idempotency i ON i.submission = s.number").fetchall()
        finally:
            books.close()
        return [Request(number, json.loads(answers), key) for number, answers, key in rows]


@dataclass
class Request:
    """One request in the platform's books; the seeded ones have no key."""

    number: str
    answers: dict
    key: str


@dataclass
class Seen:
    """What a citizen's screen said during one run of the terminal."""

    places: list = field(default_factory=list)
    claims: list = field(default_factory=list)
    over: bool = False


def errand(name, marker, patience=20):
    """What a citizen wants; the marker finds their request in the platform's books. Neither asks who they are."""
    if name == "report":
        answers = {"subject": "other", "details": marker, "mobile": "0500000001"}
        return {"service": "submit-940-report", "identity": "", "patience": patience, "answers": answers}
    answers = {"landmark": marker, "mobile": "0500000001"}
    return {"service": "photo-report", "identity": "", "patience": patience, "answers": answers}


class Citizen:
    """One run of balady-torture-citizen: the terminal's core, with somebody at it or nobody."""

    def __init__(self, surroundings, errand=None, environment=None, listen_to_log=False):
        command = [surroundings.build / "bin/balady-torture-citizen", "--settings", surroundings.settings]
        if errand:
            file = surroundings.folder / "errand.json"
            file.write_text(json.dumps(errand), encoding="utf-8")
            command += ["--errand", file]
        self.seen = Seen()
        self.process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if listen_to_log else surroundings.log, env=os.environ | (environment or {}),
            preexec_fn=die_with_parent)
        self.lines = Lines(self.process.stdout)

    def hear_until(self, deadline=None):
        """Until it has ended, or the time is up; whether it has ended."""
        while line := self.lines.next(deadline):
            said = json.loads(line)
            if "at" in said:
                self.seen.places.append(said["at"])
            elif "claim" in said:
                self.seen.claims.append(said)
            elif "over" in said:
                self.seen.over = True
        return line == ""

    def end(self):
        self.process.kill()

    def hear_out(self):
        """To its end; gives its status."""
        self.hear_until()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()
        return self.process.wait()

    def wait_for_log(self, words, count, deadline):
        """Until so many lines of the log have the words, the process has ended, or the time is up."""
        log = Lines(self.process.stderr)
        while count and (line := log.next(deadline)):
            count -= words in line


class Surroundings:
    """`with Surroundings(build) as s:`; everything in a folder of its own that is gone at the end."""

    def __init__(self, build):
        self.build = build.resolve()
        self.last_breath = self.build / "bin/balady-last-breath.so"
        self.temporary = tempfile.TemporaryDirectory(prefix="balady-torture-")
        self.folder = Path(self.temporary.name)

    def __enter__(self):
        self.log = open(self.folder / "kiosk.log", "ab")
        self.sandbox = Sandbox(self.build, self.folder)
        self.sandbox.admin("/admin/settings", {"autoApproveChallenges": True, "autoPayBills": True})
        self.terminal = simulators.Terminal(self.folder / "state", self.build, ROOT / "config/catalogue", None)
        simulators.receipt_printer(self.terminal)
        simulators.camera(self.terminal)
        self.point_at(self.sandbox.ports[0])
        return self

    def __exit__(self, *_):
        self.terminal.end()
        self.sandbox.stop()
        self.sandbox.log.close()
        self.log.close()
        self.temporary.cleanup()

    def point_at(self, port):
        """The kiosk's settings say that the backend listens there."""
        facts = self.sandbox.facts
        self.terminal.settings["backend"] = simulators.backend_settings(facts, f"https://localhost:{port}")
        self.terminal.facts["sandbox"] = {"url": facts["url"], "admin": facts["admin"]}
        self.terminal.write()
        self.settings = self.terminal.facts["settings"]

    def intents(self):
        """Idempotency key -> settlement ("" where open) in the terminal's own books; no kiosk may run."""
        file = self.folder / "state/kiosk/terminal.db"
        if not file.exists():
            return {}
        books = sqlite3.connect(file)
        try:
            return dict(books.execute("SELECT key, coalesce(settlement, '') FROM intent").fetchall())
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return {}  # killed before its first migration
            raise
        finally:
            books.close()

    def grow_older(self):
        if self.intents():
            books = sqlite3.connect(self.folder / "state/kiosk/terminal.db")
            with books:
                books.execute("UPDATE intent SET begun_at = begun_at - 86400000")
            books.close()

    def settle(self):
        """Lets the terminal run with nobody at it until nothing is open in its books; whether that came to pass. It is the
        next day: what was on its way has arrived, or never will."""
        self.grow_older()
        deadline = time.monotonic() + PATIENCE
        while open_keys := list(self.intents().values()).count(""):
            if time.monotonic() > deadline:
                return False
            core = Citizen(self, listen_to_log=True)
            core.wait_for_log("area=intents event=", open_keys, deadline)
            core.process.stdin.close()  # the end of its day
            core.hear_out()
        return True

    def papers(self):
        """What the codes on all receipts say: the numbers that people took home."""
        pictures = sorted(Path(self.terminal.facts["receipts"]).glob("receipt-*.png"))
        if not pictures:
            return []
        read = subprocess.run([self.build / "bin/balady-torture-papers", *pictures], stdout=subprocess.PIPE, check=True)
        return read.stdout.decode().split()
