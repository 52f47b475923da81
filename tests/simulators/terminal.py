#!/usr/bin/env python3
"""The world of one terminal: the reference backend and the simulated devices, started together, ended together.

usage: terminal.py --state DIR [--build DIR] [--only PART,...] [-- COMMAND...]

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
START_LIMIT = 60  # seconds until a part must answer; generous, because machines that run tests are busy
END_LIMIT = 5  # seconds that a part has to end by itself


class Failure(Exception):
    pass


class Interrupted(Exception):
    """A signal asked for the end; its number is the argument."""


def die_with_parent():
    """In the child: SIGTERM when this process dies, so that not even SIGKILL leaves anything behind."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def wait_for(what, condition, process=None):
    """Polls until `condition()` gives something true, and gives that; fails if `process` ends before."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if result := condition():
            return result
        if process and process.poll() is not None:
            raise Failure(f"{what}: ended with status {process.returncode} while starting")
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
    def __init__(self, state, build):
        self.state = state
        self.bin = build / "bin"
        self.control = state / "control"
        self.logs = state / "logs"
        self.facts = {"state": str(state), "control": str(self.control), "environment": {}}
        self.processes = []
        for folder in (self.control, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
        # Sockets have names of at most 107 characters, so they don't go below `state`.
        self.sockets = Path(tempfile.mkdtemp(prefix="balady-"))

    def start(self, name, command, ready_line=False):
        """Starts a part; its output goes to logs/NAME.log. With `ready_line`, gives the JSON that it prints first."""
        log = open(self.logs / f"{name}.log", "wb")
        try:
            process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stderr=log, cwd=ROOT,
                stdout=subprocess.PIPE if ready_line else log, start_new_session=True, preexec_fn=die_with_parent,
                env={**os.environ, **self.facts["environment"]})
        except FileNotFoundError as error:
            raise Failure(f"{name}: there is no {error.filename}; was everything built?") from None
        self.processes.append((name, process))
        if not ready_line:
            return process
        readable, _, _ = select.select([process.stdout], [], [], START_LIMIT)
        line = process.stdout.readline() if readable else b""
        if not line:
            raise Failure(f"{name}: did not start; see {log.name}")
        return json.loads(line)

    def end(self):
        """Last started, first ended: what others depend on goes last."""
        for name, process in reversed(self.processes):
            for sign in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(process.pid, sign)
                    process.wait(END_LIMIT)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    continue
        shutil.rmtree(self.sockets, ignore_errors=True)
