"""Kills: SIGKILL for the terminal's core or for the backend, at any moment of a visit."""

import json
import random
import subprocess
import sys
import time
from dataclasses import dataclass

sys.dont_write_bytecode = True
from oracle import Trial  # noqa: E402
from surroundings import Citizen, die_with_parent, errand  # noqa: E402

MOMENTS = ("before", "amid", "after")
LIMIT = 90  # seconds for a visit that is not killed


@dataclass
class Kill:
    """Who dies, and when: at the call that leaves the process with that number (tests/torture/last_breath.cpp), or after
    that part of the time that a visit takes."""

    errand: str
    call: int = -1
    moment: str = ""
    part: float = 0.0

    def __str__(self):
        return f"{self.errand}:{self.call}:{self.moment}" if self.call >= 0 else f"{self.errand}:{self.part:.4f}"

    @staticmethod
    def read(words):
        errand_name, *when = words.split(":")
        if len(when) == 2:
            return Kill(errand_name, int(when[0]), when[1])
        return Kill(errand_name, part=float(when[0]))

    def plan(self, surroundings):
        """The environment in which the process dies by itself; nothing where somebody else kills it."""
        if self.call < 0:
            return {}
        return {"LD_PRELOAD": str(surroundings.last_breath), "BALADY_LAST_BREATH": f"{self.call} {self.moment}"}


def draw(generator, calls):
    """A point: half by the call, where all there are have the same chance, half by the clock."""
    name = generator.choice(list(calls))
    if generator.random() < 0.5:
        return Kill(name, generator.randrange(calls[name]), generator.choice(MOMENTS))
    return Kill(name, part=generator.uniform(0.2, 1.05))


def counting(surroundings):
    return {"LD_PRELOAD": str(surroundings.last_breath), "BALADY_BREATHS": str(surroundings.folder / "breaths")}


def counted(surroundings):
    return int((surroundings.folder / "breaths").read_text().split()[-1])


class KillKiosk:
    """Each citizen's terminal dies; the next citizen's terminal is the restart, and finds what was left open."""

    def __init__(self, surroundings):
        self.surroundings = surroundings
        self.calls, self.seconds = {}, {}
        for name in ("report", "report", "photo"):  # of the first ever run much is spent on making the store
            began = time.monotonic()
            Citizen(surroundings, errand(name, f"measured {name}"), counting(surroundings)).hear_out()
            self.calls[name], self.seconds[name] = counted(surroundings), time.monotonic() - began

    def run(self, point, marker):
        trial = Trial(str(point), marker)
        began = time.monotonic()
        citizen = Citizen(self.surroundings, errand(point.errand, marker), point.plan(self.surroundings))
        if point.call < 0:
            citizen.hear_until(began + point.part * self.seconds[point.errand])
            citizen.end()
        elif not citizen.hear_until(began + LIMIT):
            citizen.end()
            trial.trouble = "the visit did not end"
        citizen.hear_out()
        trial.claims, trial.stayed = citizen.seen.claims, citizen.seen.over
        return trial


class KillBackend:
    """The backend dies, and is started again at once; the citizen waits for what the terminal makes of it."""

    def __init__(self, surroundings):
        self.surroundings = surroundings
        self.calls, self.seconds = {}, {}
        for name in ("report", "photo"):
            self.restart(counting(surroundings))
            began = time.monotonic()
            Citizen(surroundings, errand(name, f"measured {name}")).hear_out()
            self.seconds[name] = time.monotonic() - began
            surroundings.sandbox.stop()
            self.calls[name] = counted(surroundings)
        surroundings.sandbox.start()

    def restart(self, environment=None):
        self.surroundings.sandbox.stop()
        self.surroundings.sandbox.start(environment)

    def run(self, point, marker):
        trial = Trial(str(point), marker)
        sandbox = self.surroundings.sandbox
        if point.call >= 0:
            # It may die before it serves: then the backend that the terminal meets is the second one.
            sandbox.stop()
            sandbox.start(point.plan(self.surroundings), may_die=True)
        began = time.monotonic()
        dies_at = None if point.call >= 0 else began + point.part * self.seconds[point.errand]
        citizen = Citizen(self.surroundings, errand(point.errand, marker))
        # All in this thread: what a thread started is ended with it (PR_SET_PDEATHSIG).
        while not citizen.hear_until(time.monotonic() + 0.003):
            if dies_at and time.monotonic() >= dies_at:
                sandbox.process.kill()
                dies_at = None
            if sandbox.process.poll() is not None:
                sandbox.reap()
                sandbox.start()
            if time.monotonic() > began + LIMIT:
                citizen.end()
                trial.trouble = "the visit did not end"
                break
        citizen.hear_out()
        if sandbox.process.poll() is not None:
            sandbox.reap()
            sandbox.start()
        trial.claims, trial.stayed = citizen.seen.claims, citizen.seen.over
        return trial


class KillScreen:
    """The whole kiosk, screen and all, worked by touches (tests/e2e) and killed by the clock. A visit takes seconds, so
    the points are a fiftieth of what is asked for."""

    def __init__(self, surroundings):
        self.surroundings = surroundings
        began = time.monotonic()
        self.visit("measured", None)
        self.calls, self.seconds = {"report": 1}, time.monotonic() - began

    def visit(self, marker, seconds):
        """Whether it came to its end."""
        surroundings = self.surroundings
        wish = errand("report", marker)
        journey = surroundings.folder / "journey.json"
        journey.write_text(json.dumps({"about": "Torture", "service": wish["service"], "answers": wish["answers"],
                                       "steps": [{"walk": True}]}), encoding="utf-8")
        command = [surroundings.build / "bin/balady-citizen", "--settings", surroundings.settings, "--facts",
                   surroundings.folder / "state/terminal.json", "--out", surroundings.folder / "screens", "--pictures",
                   "jpg", "--journey", journey, "--lang", "en"]
        process = subprocess.Popen([str(word) for word in command], stderr=surroundings.log,
                                   preexec_fn=die_with_parent)
        try:
            process.wait(seconds or LIMIT)
            return process.returncode == 0
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return False

    def run(self, point, marker):
        trial = Trial(str(point), marker)
        self.visit(marker, point.part * self.seconds)
        return trial


def screen_points(options, killer, count, seed):
    if options.point:
        return [Kill.read(options.point)]
    generator = random.Random(seed)
    return [Kill("report", part=generator.uniform(0.3, 1.0)) for _ in range(max(1, count // 50))]


def points(options, killer, count, seed):
    if options.point:
        return [Kill.read(options.point)]
    generator = random.Random(seed)
    return [draw(generator, killer.calls) for _ in range(count)]
