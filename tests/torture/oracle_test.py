#!/usr/bin/env python3
"""The oracle must see each thing that it is there to see: sound books are spoilt in one way at a time."""

import sys
import unittest
from types import SimpleNamespace

sys.dont_write_bytecode = True
from oracle import Trial, judge  # noqa: E402


def books():
    """Two citizens: one was served; of the other's request the answer was lost, and it had arrived."""
    return {
        "trials": [
            Trial("a", "marker a", [{"claim": "accepted", "number": "RP-1", "key": "key-a"}], stayed=True),
            Trial("b", "marker b", [{"claim": "unknown", "number": "T-KEY", "key": "key-b"}], stayed=True)],
        "requests": [
            SimpleNamespace(number="RQ-0", answers={}, key=None),  # seeded
            SimpleNamespace(number="RP-1", answers={"details": "marker a"}, key="key-a"),
            SimpleNamespace(number="RP-2", answers={"details": "marker b"}, key="key-b")],
        "intents": {"key-a": "accepted", "key-b": "accepted", "key-c": "never-arrived", "key-d": "refused"},
        "papers": ["RP-1", "RQ-0"]}


class OracleTest(unittest.TestCase):
    def spoilt(self, column, spoil, point="a"):
        """One thing is wrong, it is in that column, and it is that point's."""
        those = books()
        spoil(those)
        verdict = judge(**those)
        found = {name: getattr(verdict, name) for name in ("lost", "doubled", "orphan", "broken")}
        self.assertEqual(found, {"lost": 0, "doubled": 0, "orphan": 0, "broken": 0} | {column: 1}, verdict.why)
        self.assertEqual(list(verdict.why), [point])

    def test_sound_books_are_blamed(self):
        self.assertEqual(judge(**books()).why, {})

    def test_request_that_the_platform_lost_is_missed(self):
        def spoil(those):
            del those["requests"][2]

        self.spoilt("lost", spoil, "b")

    def test_request_that_the_terminal_lost_is_missed(self):
        self.spoilt("lost", lambda those: those["intents"].pop("key-a"))

    def test_request_that_the_terminal_took_for_lost_is_missed(self):
        self.spoilt("lost", lambda those: those["intents"].update({"key-a": "never-arrived"}))

    def test_number_on_the_screen_that_is_nowhere_is_missed(self):
        self.spoilt("lost", lambda those: those["trials"][0].claims.append(
            {"claim": "accepted", "number": "RP-9", "key": "key-a"}))

    def test_paper_that_never_came_out_is_missed(self):
        self.spoilt("lost", lambda those: those["trials"][0].claims.append(
            {"claim": "paper", "number": "RQ-9", "key": "key-a"}))

    def test_request_sent_again_with_a_new_key_is_missed(self):
        def spoil(those):
            those["requests"].append(SimpleNamespace(number="RP-3", answers={"details": "marker a"}, key="key-e"))
            those["intents"]["key-e"] = "accepted"

        self.spoilt("doubled", spoil)

    def test_citizen_is_told_not_sent_of_what_was_sent(self):
        self.spoilt("doubled", lambda those: those["trials"][0].claims.append(
            {"claim": "not-sent", "number": "not_sent", "key": "key-a"}))

    def test_paper_with_a_number_that_nobody_knows_is_missed(self):
        self.spoilt("orphan", lambda those: those["papers"].append("RP-7"), "")

    def test_reference_that_no_book_has_is_missed(self):
        self.spoilt("orphan", lambda those: those["trials"][1].claims.append(
            {"claim": "unknown", "number": "T-OTHER", "key": "key-f"}), "b")

    def test_request_that_stays_open_is_missed(self):
        self.spoilt("broken", lambda those: those["intents"].update({"key-g": ""}), "")


if __name__ == "__main__":
    unittest.main()
