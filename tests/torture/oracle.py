"""The oracle: what the platform's books, the terminal's books, the screens and the papers must say of each other."""

from dataclasses import dataclass, field


@dataclass
class Trial:
    """One point: what was tried, and what the citizen's screen promised."""

    point: str
    marker: str  # a text in the answers that no other journey has
    claims: list = field(default_factory=list)  # in order, as balady-torture-citizen prints them
    stayed: bool = False  # the citizen saw the end of the visit: what was claimed last stands
    trouble: str = ""  # what of the harness's own did not come to pass


@dataclass
class Verdict:
    lost: int = 0
    doubled: int = 0
    orphan: int = 0
    broken: int = 0
    why: dict = field(default_factory=dict)  # point -> reasons; "" for what belongs to no point

    def blame(self, column, point, reason):
        setattr(self, column, getattr(self, column) + 1)
        self.why.setdefault(point, []).append(f"{column}: {reason}")


def judge(trials, requests, intents, papers):
    """`requests` of the platform's books (number, answers, key), `intents` of the terminal's (key -> settlement), `papers`:
    what their codes say. Nothing may be under way any more."""
    verdict = Verdict()
    numbers = {request.number for request in requests}
    keys = {request.key for request in requests if request.key}
    point_of_key = {claim["key"]: trial.point for trial in trials for claim in trial.claims}
    for trial in trials:
        mine = [request for request in requests if trial.marker in request.answers.values()]
        point_of_key.update({request.key: trial.point for request in mine})
        for request in mine[1:]:
            verdict.blame("doubled", trial.point, f"{request.number} beside {mine[0].number}")
        for claim in trial.claims:
            if claim["claim"] == "accepted" and claim["number"] not in numbers:
                verdict.blame("lost", trial.point, f"the screen said that {claim['number']} was accepted")
            if claim["claim"] == "kept" and claim["key"] not in keys:
                verdict.blame("lost", trial.point, f"the screen said that {claim['number']} was kept, to be sent later")
            if claim["claim"] == "paper" and claim["number"] not in papers:
                verdict.blame("lost", trial.point, f"the terminal said that the receipt of {claim['number']} is out")
        last = next((claim for claim in reversed(trial.claims) if claim["claim"] != "paper"), None)
        if trial.stayed and last and last["claim"] == "not-sent" and mine:
            # Who is told so tries again on another day, with another key.
            verdict.blame("doubled", trial.point, f"the screen said not sent, and {mine[0].number} is there")
        if trial.stayed and last and last["claim"] == "unknown" and last["key"] not in intents:
            verdict.blame("orphan", trial.point, f"{last['number']} is in nobody's books")
        if trial.trouble:
            verdict.blame("broken", trial.point, trial.trouble)
    for key in sorted(keys - {key for key, settlement in intents.items() if settlement == "accepted"}):
        verdict.blame("lost", point_of_key.get(key, ""), f"the terminal's books say '{intents.get(key, 'nothing')}'")
    for key, settlement in intents.items():
        if settlement == "accepted" and key not in keys:
            verdict.blame("lost", point_of_key.get(key, ""), "the terminal's books say 'accepted', the platform's nothing")
        elif settlement == "":
            verdict.blame("broken", point_of_key.get(key, ""), "the terminal never found out what became of it")
    for number in papers:
        # A request that was kept has its terminal's reference on paper; its key says whether it arrived.
        if number not in numbers and not number.startswith("T-"):
            verdict.blame("orphan", "", f"a paper says {number}")
    return verdict
