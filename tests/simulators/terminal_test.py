#!/usr/bin/env python3
"""terminal.py must leave nothing behind, however it ends, and must say what is wrong when it cannot start.

usage: terminal_test.py BUILD
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

TERMINAL = Path(__file__).with_name("terminal.py")
LIMIT = 60


def processes_that_mention(text):
    """The ids of the living processes with `text` in their command line."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                if text.encode() in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
        except OSError:
            continue  # gone meanwhile
    return found


class TerminalTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = folder.name

    def start(self, *words, **how):
        process = self.enterContext(subprocess.Popen(
            [TERMINAL, "--state", self.state, "--build", self.build, *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how))
        self.addCleanup(process.kill)
        return process

    def assert_nothing_is_left(self):
        deadline = time.monotonic() + LIMIT
        while processes_that_mention(self.state) and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertEqual(processes_that_mention(self.state), [])

    def test_part_left_after_the_terminal_was_ended(self):
        for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
            with self.subTest(sign.name):
                terminal = self.start(stdin=subprocess.DEVNULL)
                facts = json.loads(terminal.stdout.readline())
                self.assertTrue(facts["sandbox"]["url"].startswith("https://localhost:"))
                self.assertNotEqual(processes_that_mention(self.state), [])
                terminal.send_signal(sign)
                terminal.wait(LIMIT)
                self.assert_nothing_is_left()

    def test_part_left_after_its_starter_closed_the_pipe(self):
        terminal = self.start("--only", "receipt-printer", stdin=subprocess.PIPE)
        terminal.stdout.readline()
        terminal.stdin.close()
        self.assertEqual(terminal.wait(LIMIT), 0)
        self.assert_nothing_is_left()

    def test_status_of_the_command_lost(self):
        terminal = self.start("--only", "receipt-printer", "--", "sh", "-c", "test -s $1 && exit 7", "sh", "{settings}")
        self.assertEqual(terminal.wait(LIMIT), 7)
        self.assert_nothing_is_left()

    def test_two_terminals_share_one_folder(self):
        first = self.start("--only", "receipt-printer")
        first.stdout.readline()
        second = self.start("--only", "receipt-printer")
        self.assertEqual(second.wait(LIMIT), 1)
        self.assertIn("another terminal", second.stderr.read())

    def test_program_that_was_not_built(self):
        terminal = self.start("--build", "/nonexistent", "--only", "receipt-printer")
        self.assertEqual(terminal.wait(LIMIT), 1)
        self.assertIn("was everything built?", terminal.stderr.read())


if __name__ == "__main__":
    TerminalTest.build = sys.argv.pop()
    unittest.main()
