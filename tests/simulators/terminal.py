#!/usr/bin/env python3
"""The world of one terminal: the reference backend and the simulated devices, started together, ended together.

usage: terminal.py --state DIR [--build DIR] [--only PART,...] [-- COMMAND...]
       terminal.py --list      the names of the parts

Starts every part on free ports with all its files under DIR, waits until each answers, writes DIR/settings.json for
the kiosk and DIR/terminal.json about itself, and then
  - with a COMMAND: runs it, with {settings} and {state} replaced by the file and the folder, and ends with its status;
  - without: prints what terminal.json holds as one line, and goes on until SIGTERM, SIGINT, or the end of its standard
    input if that is a pipe.
Whatever way it ends, everything that it started is gone afterwards. What a device does is said through its file in
DIR/control (see kiosk/docs/operations.md).
"""

import argparse
import ctypes
import fcntl
import json
import os
import select
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CARDS = ROOT / "tests/simulators/chip/cards"
START_LIMIT = 300  # seconds until a part must answer; generous, because machines that run tests are busy
END_LIMIT = 5  # seconds that a part has to end by itself


class Failure(Exception):
    pass


class Interrupted(Exception):
    """A signal asked for the end; its number is the argument."""


def die_with_parent():
    """In the child: SIGTERM when this process dies, so that not even SIGKILL leaves anything behind."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def wait_for(what, condition, process=None, log=None):
    """Polls until `condition()` gives something true, and gives that; fails if `process`, whose log is `log`,
    ends before."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if result := condition():
            return result
        if process and process.poll() is not None:
            raise Failure(f"{what}: ended with status {process.returncode} while starting; {log} may say why")
        time.sleep(0.02)
    raise Failure(f"{what}: no answer in {START_LIMIT} s")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def accepts(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Terminal:
    """Where the parts live, what was started, and what the kiosk and the tests must know of it."""

    def __init__(self, state, build, catalogue, record, cards=CARDS, hours=None):
        self.state = state
        self.cards = cards
        self.catalogue = catalogue
        self.record = record
        self.hours = hours  # until the terminal's first certificate ends
        self.bin = build / "bin"
        self.control = state / "control"
        self.logs = state / "logs"
        self.environment = {}  # for what is started after it was set
        self.facts = {"state": str(state), "control": str(self.control), "environment": self.environment}
        self.settings = json.loads((ROOT / "config/profiles/development.json").read_text(encoding="utf-8"))
        self.settings["stateDirectory"] = str(state / "kiosk")
        self.settings["catalogueDirectory"] = str(catalogue)
        self.settings["terminalKey"] = {"file": str(state / "kiosk/terminal.key")}
        self.settings["outboxKeys"] = {"file": str(state / "kiosk/outbox.keys")}
        self.settings["development"]["controlDirectory"] = str(self.control)
        self.processes = []
        for folder in (self.control, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
        self.lock = open(state / "lock", "w", encoding="utf-8")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Failure(f"another terminal lives in {state}") from None
        # The name of a socket has at most 107 characters, so sockets don't go below `state`.
        self.sockets = Path(tempfile.mkdtemp(prefix="balady-"))

    def spawn(self, name, command, **streams):
        """Starts a process that is ended with the terminal."""
        try:
            process = subprocess.Popen([str(word) for word in command], env={**os.environ, **self.environment},
                                       start_new_session=True, preexec_fn=die_with_parent, **streams)
        except FileNotFoundError as error:
            raise Failure(f"{name}: there is no {error.filename}; was everything built?") from None
        self.processes.append(process)
        return process

    def start(self, name, command, ready_line=False):
        """Starts a part; what it says goes to logs/NAME.log. With `ready_line`, gives the JSON line that it prints."""
        log = self.logs / f"{name}.log"
        with open(log, "wb") as stream:
            process = self.spawn(name, command, cwd=ROOT, stdin=subprocess.DEVNULL, stderr=stream,
                                 stdout=subprocess.PIPE if ready_line else stream)
        if not ready_line:
            return process
        readable, _, _ = select.select([process.stdout], [], [], START_LIMIT)
        line = process.stdout.readline() if readable else b""
        if not line:
            raise Failure(f"{name}: did not start; {log} may say why")
        return json.loads(line)

    def end(self):
        """The last started ends first: it may need the others. A part that does not end by itself is killed."""
        for process in reversed(self.processes):
            for sign in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(process.pid, sign)
                    process.wait(END_LIMIT)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    continue
        shutil.rmtree(self.sockets, ignore_errors=True)

    def write(self):
        """The settings for the kiosk, and the facts for whoever works the devices."""
        settings = self.state / "settings.json"
        self.facts["settings"] = str(settings)
        for path, content in ((settings, self.settings), (self.state / "terminal.json", self.facts)):
            path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


# --- the parts: each starts what it needs and says in the settings and the facts how to reach it -------------------


def backend_settings(ready, url=None):
    """The kiosk's settings of a backend that said it is ready; `url`: by way of somebody else."""
    return {
        "url": url or ready["url"], "ca": ready["ca"], "clientCertificate": ready["client_certificate"],
        "clientKey": {"file": ready["client_key"]}, "catalogueKeys": ready["catalogue_keys"], "phoneUrl": ready["phone"]}


def sandbox(terminal):
    record = ["--record", terminal.record] if terminal.record else []
    hours = ["--terminal-hours", terminal.hours] if terminal.hours else []
    ready = terminal.start("sandbox", [
        terminal.bin / "balady-sandbox", "--state", terminal.state / "sandbox",
        "--catalogue", terminal.catalogue, "--port", "0", "--admin-port", "0", *record, *hours], ready_line=True)
    terminal.settings["backend"] = backend_settings(ready)
    terminal.facts["sandbox"] = {"url": ready["url"], "admin": ready["admin"], "ca": ready["ca"]}


def card(terminal):
    """pcscd lives in a mount namespace of its own; its socket is reached through a process that waits inside."""
    inside = terminal.state / "card.pid"
    inside.unlink(missing_ok=True)
    trusted = terminal.state / "chip-trust-list.pem"
    badges = terminal.state / "badge-trust-list.pem"
    process = terminal.start("card", [
        ROOT / "tests/simulators/with_pcscd.sh", "--chip", terminal.bin / "balady-chip-simulator",
        "--control", terminal.control / "card", "--trust-list", trusted, "--badge-trust-list", badges, "--cards", terminal.cards,
        "bash", "-c", 'echo $$ >"$1" && exec setpriv --pdeathsig TERM sleep infinity', "inside", inside])
    wait_for("card", lambda: inside.exists() and inside.read_text(), process, terminal.logs / "card.log")
    terminal.settings["identityReader"].update({"trustList": str(trusted), "badgeTrustList": str(badges)})
    terminal.environment["PCSCLITE_CSOCK_NAME"] = f"/proc/{inside.read_text().strip()}/root/run/pcscd/pcscd.comm"


def receipt_printer(terminal):
    papers = terminal.state / "receipts"
    papers.mkdir(exist_ok=True)
    ready = terminal.start("receipt-printer", [
        terminal.bin / "balady-receipt-printer-simulator", "--port", "0", "--out", papers,
        "--width", terminal.settings["receiptPrinter"]["widthDots"],
        "--control", terminal.control / "receipt-printer"], ready_line=True)
    terminal.settings["receiptPrinter"]["port"] = ready["port"]
    terminal.facts["receipts"] = str(papers)


def document_printer(terminal):
    """Its script starts daemons and returns; a shell beside them stops them, in whatever way it is ended itself."""
    folder = terminal.sockets / "document-printer"
    folder.mkdir()
    papers = terminal.state / "documents"
    papers.mkdir(exist_ok=True)
    (folder / "out").symlink_to(papers)
    keep = """
        trap '"$0" stop "$1"' EXIT
        trap exit TERM
        "$0" start "$1" "$2" || exit
        setpriv --pdeathsig TERM sleep infinity & wait
    """
    ready = terminal.start("document-printer", [
        "bash", "-c", keep, ROOT / "tests/simulators/document_printer/document_printer.sh", folder,
        terminal.control / "document-printer"], ready_line=True)
    terminal.settings["documentPrinter"] = {"server": ready["server"], "queue": ready["queue"]}
    terminal.facts["documents"] = str(papers)
    terminal.facts["spooler"] = str(folder)


def camera(terminal):
    """No process: the kiosk's own camera adapter shows the picture that the control file names."""
    scenes = terminal.state / "scenes"
    shutil.copytree(terminal.bin / "camera-scenes", scenes, dirs_exist_ok=True)
    terminal.settings["camera"] = {"scenes": str(scenes), "control": str(terminal.control / "camera")}
    terminal.facts["scenes"] = str(scenes)


def scanner(terminal):
    ready = terminal.start("scanner", [ROOT / "tests/simulators/scanner/hand_scanner.py", terminal.control / "scanner"],
                           ready_line=True)
    terminal.settings["codeScanner"] = {"channel": "serial", "device": ready["device"]}


PARTS = {"sandbox": sandbox, "card": card, "receipt-printer": receipt_printer, "document-printer": document_printer,
         "camera": camera, "scanner": scanner}


def parts(text):
    unknown = set(names := text.split(",")) - set(PARTS)
    if unknown:
        raise argparse.ArgumentTypeError(f"no such part: {', '.join(unknown)}")
    return names


def raise_interrupted(number, _frame):
    raise Interrupted(number)


def wait_until_told():
    """Until a signal, or the end of the standard input if it is a pipe (whoever started this is gone)."""
    if stat.S_ISFIFO(os.fstat(0).st_mode):
        while os.read(0, 4096):
            pass
    else:
        signal.pause()


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--list", action="version", version="\n".join(PARTS))
    usage.add_argument("--state", type=Path, required=True)
    usage.add_argument("--build", type=Path, default=ROOT / "build/release")
    usage.add_argument("--only", type=parts, default=list(PARTS), metavar="PART,...")
    usage.add_argument("--catalogue", type=Path, default=ROOT / "config/catalogue")
    usage.add_argument("--record", type=Path, metavar="FILE", help="the sandbox appends every exchange to it")
    usage.add_argument("--cards", type=Path, default=CARDS, metavar="DIR",
                       help="what can be laid on the reader")
    usage.add_argument("--terminal-hours", type=int, metavar="N", help="until the terminal's first certificate ends")
    usage.add_argument("command", nargs="*", metavar="-- COMMAND")
    options = usage.parse_args()

    die_with_parent()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, raise_interrupted)
    terminal = None
    try:
        terminal = Terminal(options.state.resolve(), options.build.resolve(), options.catalogue.resolve(),
                            options.record and options.record.resolve(), options.cards.resolve(), options.terminal_hours)
        for part in options.only:
            PARTS[part](terminal)
        terminal.write()
        if not options.command:
            print(json.dumps(terminal.facts, ensure_ascii=False), flush=True)
            wait_until_told()
            return 0
        words = [word.replace("{settings}", terminal.facts["settings"]).replace("{state}", str(terminal.state))
                 for word in options.command]
        status = terminal.spawn("command", words).wait()
        return status if status >= 0 else 128 - status  # as a shell says it
    except Interrupted as signalled:
        return 128 + signalled.args[0]
    except Failure as failure:
        print(f"terminal: {failure}", file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        if terminal:
            terminal.end()


if __name__ == "__main__":
    sys.exit(main())
