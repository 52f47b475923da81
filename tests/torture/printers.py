"""Printers: the receipt printer's plug is pulled, its paper ends or its cover opens after so many bytes; then it is mended."""

import random
import sys
import time
from dataclasses import dataclass

sys.dont_write_bytecode = True
from oracle import Trial  # noqa: E402
from surroundings import Citizen, errand  # noqa: E402

LIMIT = 120  # seconds for a visit
TROUBLES = ("unplug", "paper-out", "cover-open", "offline", "jam", "silent", "garbage")
MOST_BYTES = 60_000  # a receipt has some 50 000; a trouble after its end meets the next one


@dataclass
class Pull:
    trouble: str
    after: int  # bytes that the printer still carries out
    seconds: float  # until somebody mends it

    def __str__(self):
        return f"{self.trouble}:{self.after}:{self.seconds:.2f}"

    @staticmethod
    def read(words):
        trouble, after, seconds = words.split(":")
        return Pull(trouble, int(after), float(seconds))


class PullPlug:
    def __init__(self, surroundings):
        self.surroundings = surroundings
        Citizen(surroundings, errand("report", "measured")).hear_out()

    def say(self, words):
        """To the printer, as a whole: it may look at any moment."""
        control = self.surroundings.terminal.control / "receipt-printer"
        fresh = control.with_name(".receipt-printer")
        fresh.write_text(words, encoding="utf-8")
        fresh.rename(control)

    def run(self, point, marker):
        trial = Trial(str(point), marker)
        self.say(f"{point.trouble}-after {point.after}")
        began = time.monotonic()
        citizen = Citizen(self.surroundings, errand("report", marker))
        if not citizen.hear_until(began + point.seconds):
            self.say("ok")
            if not citizen.hear_until(began + LIMIT):
                citizen.end()
                trial.trouble = "the visit did not end"
        status = citizen.hear_out()
        if status and not trial.trouble:
            trial.trouble = f"the terminal ended with {status}"
        self.say("reset")  # switched off and on: nothing of this receipt meets the next
        trial.claims, trial.stayed = citizen.seen.claims, citizen.seen.over
        return trial


def points(options, _, count, seed):
    if options.point:
        return [Pull.read(options.point)]
    generator = random.Random(seed)
    return [Pull(TROUBLES[(seed + number) % len(TROUBLES)] if number % 2 else "unplug",
                 generator.randrange(MOST_BYTES), generator.uniform(0.5, 2.5)) for number in range(count)]
