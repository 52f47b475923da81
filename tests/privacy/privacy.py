#!/usr/bin/env python3
"""Visits to the terminal that ships; afterwards its memory and everything that it wrote is searched for the citizen.

usage: privacy.py --build DIR [--json FILE] [--service ID] [--lang ar|en] [--end finish|cancel|idle]... [--around]

For each way in which a visit can end, a citizen whom nobody else is works the terminal by touch: with a card, with answers,
with documents under the camera. In the middle of the visit the memory must hold each of their values: else the search would
prove nothing. After the end it must hold none, and neither may the store, the spooler's folders, the log or a temporary
file. Prints a table of what was found, and where; ends with 1 if anything was.
"""

import argparse
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "e2e"))
import citizen  # noqa: E402
from world import World  # noqa: E402

ENDS = ("finish", "cancel", "idle")
# Of a citizen who stays, and of one who goes away. The machine may be slow: neither may end a visit before its time.
IDLE = {False: {"idleSeconds": 600, "warningSeconds": 60}, True: {"idleSeconds": 45, "warningSeconds": 10}}
# What must be in memory while the citizen proves who they are or reviews the request; the rest is on paper and in answers of the platform later.
DURING = {"identity", "address", "establishment", "establishment name", "document", "ticket"}


class Terminal:
    """The kiosk that ships, on a screen of its own, with a hand that can be told what to touch."""

    def __init__(self, world, programs, plugins, folder, idle):
        self.log = folder / "kiosk.log"
        self.own = folder / "own"  # home, caches and temporary files
        self.own.mkdir(parents=True, mode=0o700)
        settings = json.loads(Path(world.facts["settings"]).read_text(encoding="utf-8"))
        settings["session"] |= idle
        own_settings = Path(world.facts["settings"]).with_name("privacy.json")
        own_settings.write_text(json.dumps(settings), encoding="utf-8")
        self.state = Path(settings["stateDirectory"])
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten", "tcp", "-noreset"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        display = ":" + self.screen.stdout.readline().decode().strip()
        self.hand, theirs = citizen.socket_pair()
        environment = os.environ | world.facts["environment"] | {
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "TMPDIR": str(self.own), "HOME": str(self.own),
            "XDG_CACHE_HOME": str(self.own), "XDG_RUNTIME_DIR": str(self.own), "QT_PLUGIN_PATH": str(plugins),
            "QT_QPA_GENERIC_PLUGINS": f"balady-hand:{theirs.fileno()}"}
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [str(programs / "balady-kiosk"), "--settings", str(own_settings), ],
                env=environment, pass_fds=[theirs.fileno()], stdout=log, stderr=log, start_new_session=True)
        theirs.close()

    def end(self):
        self.hand.close()
        for process in (self.process, self.screen):
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            if process.poll() is None:
                process.kill()
                process.wait()

    @contextlib.contextmanager
    def standing_still(self):
        os.kill(self.process.pid, signal.SIGSTOP)
        try:
            while "State:\tT" not in Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8"):
                time.sleep(0.01)
            yield
        finally:
            os.kill(self.process.pid, signal.SIGCONT)

    def seeing(self):
        """The processes of this terminal that see for it (ADR 0024)."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [pid for children in tasks for pid in children.read_text(encoding="ascii").split()]

    def looked(self):
        """How often such a process was started."""
        return self.log.read_bytes().count(b"area=sight event=started")

    def forgotten(self):
        """How often the terminal said that a visit has left nothing it still works on."""
        return self.log.read_bytes().count(b"event=visit_forgotten")


def search(programs, canaries, around, process=None, folders=()):
    command = [str(programs / "balady-trace-search"), *(["--around"] if around else []),
               *(["--process", str(process)] if process else []), *(str(folder) for folder in folders)]
    made = subprocess.run(command, input=json.dumps(canaries), stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(made.stdout)


def visit(terminal, world, programs, options, end):
    """Gives what was found during and after the visit."""
    canaries = citizen.canaries()
    before, looked = terminal.forgotten(), terminal.looked()
    for control in ("card", "camera"):
        (Path(world.facts["control"]) / control).write_text("", encoding="utf-8")
    guest = citizen.Visit(terminal.hand, world, options.service, options.lang, "canary", scans=end == "cancel")
    guest.await_("the terminal", guest.page)
    during = {"hits": []}
    # Who they are is forgotten before they have said what they want, and the ticket's address before they review that.
    for page in ("AppChallenge", "Phone", "Review"):
        if page == "Phone":
            guest.wants_to_send_by_telephone()
            canaries["texts"]["ticket"] = world.ticket()
        guest.until(page)
        with terminal.standing_still():
            during["hits"] += search(programs, canaries, False, terminal.process.pid)["hits"]
    if end == "finish":
        guest.until("Goodbye")
        guest.tap("frame.primary")
    elif end == "cancel":
        guest.tap("frame.cancel")
        guest.await_("the question", lambda: guest.look()["overlay"] == "leaveQuestion" and guest.look()["settled"])
        guest.tap("leaveQuestion.primary")
    guest.device("card", "")
    guest.device("camera", "")
    guest.await_("the first page", lambda: guest.page() == "Attract")
    guest.await_("that the visit is forgotten", lambda: terminal.forgotten() > before)

    # Whatever it has seen goes with the process that saw it.
    if terminal.looked() == looked:
        raise citizen.Unexpected("no process has looked at what lay under the camera")
    guest.await_("that nobody sees any more", lambda: not terminal.seeing())
    scene = {"texts": {}, "colours": {}, "files": {"picture as the camera has it": str(Path(world.facts["scenes"]) / "canary.jpg")}}
    guest.await_("that the camera rests", lambda: not search(programs, scene, False, terminal.process.pid)["hits"])

    state = Path(world.facts["state"])
    database = state / "sandbox/sandbox.sqlite"
    for number, picture in enumerate(citizen.sent_pictures(database)):
        file = Path(world.folder.name) / f"sent-{number}.jpg"
        file.write_bytes(picture)
        canaries["files"][f"picture {number + 1} as it was sent"] = str(file)
    canaries["files"] |= scene["files"]
    spooler = Path(world.facts["spooler"])
    folders = [terminal.state, terminal.log, terminal.own,
               *(spooler / part for part in ("spool", "cache", "log", "state", "tmp") if (spooler / part).exists())]
    with terminal.standing_still():
        after = search(programs, canaries, options.around, terminal.process.pid, folders)
    return during, after


def audit(programs, terminal):
    """What is wrong with the trail that the visit left; and whether a line that is taken out of it would be found."""
    trail = terminal.state / "audit.log"
    key = re.search(rb"event=opened key=([0-9a-f]+)", terminal.log.read_bytes()).group(1).decode()

    def holds(file):
        return subprocess.run([str(programs / "balady-audit"), "verify", str(file), "--key", key],
                              stdout=subprocess.DEVNULL).returncode == 0

    lines = trail.read_bytes().splitlines(keepends=True)
    wanted = [f'"event":"{event}"'.encode() for event in ("session_begun", "session_ended")]
    wrong = [] if holds(trail) else ["the audit trail does not verify"]
    places = [place for place, line in enumerate(lines) if any(one in line for one in wanted)]
    if len(places) < 2:
        wrong.append("the audit trail does not tell of the visit")
    for place in places[-2:]:
        spoilt = trail.with_name("spoilt-audit.log")
        spoilt.write_bytes(b"".join(lines[:place] + lines[place + 1:]))
        if holds(spoilt):
            wrong.append(f"nobody notices that line {place + 1} of the audit trail is gone")
        spoilt.unlink()
    return wrong


def kind_of(where):
    """Which part of the memory, or which file: without addresses, so that hits can be counted together."""
    if where.startswith("["):
        return where.split()[0]
    return re.sub(r"\s[-rwxps]{4}$", "", where)


def tell(end, during, after):
    told = Counter((hit["canary"], hit["form"], kind_of(hit["where"]), hit["neighbourhood"]) for hit in after["hits"])
    print(f"{end}: {len(during['hits'])} traces during the visit, {len(after['hits'])} afterwards, "
          f"in {after['bytes'] / 2**20:.0f} MiB")
    for (canary, form, where, neighbourhood), count in sorted(told.items()):
        print(f"  {count:5}  {canary}, {form}, in {where}, among {neighbourhood}")


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--build", type=Path, required=True)
    usage.add_argument("--json", type=Path)
    usage.add_argument("--service", default="issue-commercial-license")
    usage.add_argument("--lang", choices=("ar", "en"), default="ar")
    usage.add_argument("--end", choices=ENDS, action="append")
    usage.add_argument("--around", action="store_true")
    options = usage.parse_args()
    programs = options.build.resolve() / "bin"
    plugins = options.build.resolve() / "tests/privacy/plugins"

    report, failed = {}, []
    with tempfile.TemporaryDirectory(prefix="balady-privacy-") as folder, contextlib.ExitStack() as ended:
        folder = Path(folder)
        cards = folder / "cards"
        cards.mkdir()
        (cards / "canary.json").write_text(json.dumps(citizen.card()), encoding="utf-8")
        world = World(options.build)
        world.command += ["--cards", cards]
        ended.enter_context(world)
        citizen.enter_register(Path(world.facts["state"]) / "sandbox/sandbox.sqlite")
        citizen.paint_scenes(programs, Path(world.facts["scenes"]), cards / "canary.json")
        for end in options.end or ENDS:
            terminal = Terminal(world, programs, plugins, folder / end, IDLE[end == "idle"])
            try:
                during, after = visit(terminal, world, programs, options, end)
            except citizen.Unexpected as reason:
                print(f"{end}: {reason}", file=sys.stderr)
                print(terminal.log.read_text(errors="replace")[-3000:], file=sys.stderr)
                return 1
            finally:
                terminal.end()
            failed += [f"{end}: {wrong}" for wrong in audit(programs, terminal)]
            tell(end, during, after)
            report[end] = {"during": dict(Counter(hit["canary"] for hit in during["hits"])), "after": after["hits"],
                           "bytes": after["bytes"]}
            blind = {wanted for wanted in DURING if not any(hit["canary"].startswith(wanted) for hit in during["hits"])}
            if blind:
                failed.append(f"{end}: not found during the visit: {', '.join(sorted(blind))}")
            if after["hits"]:
                failed.append(f"{end}: {len(after['hits'])} traces are left")
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
