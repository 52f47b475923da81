"""Troubles: a visit with somebody in the middle between the terminal and the backend, who relents in the end."""

import random
import sys
import time
from dataclasses import dataclass

sys.dont_write_bytecode = True
from middleman import EXCHANGE, Middleman  # noqa: E402
from oracle import Trial  # noqa: E402
from surroundings import Citizen, errand  # noqa: E402

LIMIT = 240  # seconds for a visit; some troubles cost a deadline of the terminal, again and again
WAITS = {"refused": 2, "black-hole": 12, "byte-a-second": 12, "silence": 20, "slow-loris": 20}  # seconds until he relents

CLOCKS = {"clock-behind": -9 * 365 * 86400, "clock-ahead": 30 * 365 * 86400}  # by how many seconds it is wrong


@dataclass
class Trouble:
    errand: str
    mischief: str
    first: int  # connections, or exchanges, that pass before it
    count: int
    at_sending: bool  # only the sending of the request counts
    patience: int

    def __str__(self):
        return ":".join((self.errand, self.mischief, str(self.first), str(self.count), "sending" if self.at_sending else "any",
                         str(self.patience)))

    @staticmethod
    def read(words):
        name, mischief, first, count, where, patience = words.split(":")
        return Trouble(name, mischief, int(first), int(count), where == "sending", int(patience))


class Tormented:
    calls = {}

    def __init__(self, surroundings):
        self.surroundings = surroundings
        Citizen(surroundings, errand("report", "measured")).hear_out()  # the store is made, the catalogue is kept

    def run(self, point, marker):
        trial = Trial(str(point), marker)
        surroundings = self.surroundings
        clock = CLOCKS.get(point.mischief) and {
            "LD_PRELOAD": str(surroundings.last_breath.with_name("balady-wrong-clock.so")),
            "BALADY_CLOCK_OFF": str(CLOCKS[point.mischief])}
        began = time.monotonic()
        relents = began + WAITS.get(point.mischief, 8)
        with Middleman(surroundings.sandbox, point.mischief, point.first, point.count, point.at_sending) as middleman:
            surroundings.point_at(middleman.port)
            # A wrong clock is not mended in a visit: whoever meets it is not served.
            citizen = Citizen(surroundings, errand(point.errand, marker, min(point.patience, 1) if clock else point.patience),
                              clock)
            while not citizen.hear_until(relents):
                if time.monotonic() > began + LIMIT:
                    citizen.end()
                    trial.trouble = "the visit did not end"
                    break
                middleman.relent()
                relents = began + LIMIT
            status = citizen.hear_out()
            middleman.relent()
        if status and not trial.trouble:
            trial.trouble = f"the terminal ended with {status}"
        surroundings.point_at(surroundings.sandbox.ports[0])
        trial.claims, trial.stayed = citizen.seen.claims, citizen.seen.over
        return trial


def draw(generator, mischiefs, number):
    """The first points try each mischief once where it hurts most: when the request is sent."""
    names = list(mischiefs)
    patience = generator.choice((0, 1, 20))
    if number < len(names):
        mischief = names[number]
        if mischief in EXCHANGE:
            return Trouble("report", mischief, 0, 1, True, patience)
        return Trouble("report", mischief, generator.randrange(4), 1, False, patience)
    mischief = generator.choice(names)
    name = generator.choice(("report", "photo"))
    return Trouble(name, mischief, generator.randrange(8), generator.choice((1, 1, 2, 3, 9)), generator.random() < 0.4, patience)


def points(mischiefs):
    def drawn(options, _, count, seed):
        if options.point:
            return [Trouble.read(options.point)]
        generator = random.Random(seed)
        # Each terminal of a run begins elsewhere in the list.
        begin = seed % 1000 * count
        return [draw(generator, mischiefs, begin + number) for number in range(count)]

    return drawn


# The short form tries the first few of each.
NETWORK = points(["late", "lose-request", "lose-reply", "portal-certificate", "double-reply", "hang-up", "portal-page",
                  "double-request", "refused", "clock-behind", "clock-ahead", "byte-a-second", "black-hole"])
BACKEND = points(["status-500-done", "half-reply", "wrong-shape", "gigabyte-in-chunks", "garbage", "somebody-elses",
                  "status-429", "status-500", "status-502-done", "status-503", "gigabyte", "silence", "slow-loris"])
