#!/usr/bin/env python3
"""Runs clang-tidy on some of our source files and remembers which were clean.

usage: tidy.py BUILD-DIRECTORY FILE...     BALADY_JOBS says how many at once; all processors otherwise.
       tidy.py BUILD-DIRECTORY             prints which files the build compiles.

A file is read anew when something that decides the answer has changed: the file, a header that its last compilation
read, its command line, .clang-tidy or clang-tidy itself. What was clean is remembered below the user's cache folder
and by content, so that all clones on a machine share it. Ends with 1 if anything was found.
"""

import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIDY = "clang-tidy-14"
PATIENCE = 900  # seconds for one file; Beast takes 60 on a quiet machine
FORGET_AFTER = 30 * 24 * 3600  # seconds


def read_commands(build):
    """Source file -> (its object below the build folder, its command without our precompiled headers).

    GCC's precompiled headers mean nothing to clang, and a file shall include what it needs by itself. So files that the
    build compiles together are looked at one by one.
    """
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        words = shlex.split(entry["command"])
        plain = [word for before, word, after in zip(["", *words], words, [*words[1:], ""])
                 if not (word.endswith("/cmake_pch.hxx") or (word == "-include" and after.endswith("/cmake_pch.hxx"))
                         or word == "-Winvalid-pch")]
        file, compiled = entry["file"], words[words.index("-o") + 1]
        together = Path(file).parent.name == "Unity"
        for source in re.findall('^#include "(.+)"$', Path(file).read_text(encoding="utf-8"), re.M) if together else [file]:
            commands[Path(source)] = (compiled, [source if word == file else word for word in plain])
    return commands


def read_dependencies(build):
    """Object -> the files that its last compilation read."""
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    read = {}
    for block in filter(None, listing.split("\n\n")):
        first, *files = block.splitlines()
        read[first.split(": #deps")[0]] = [line.strip() for line in files]
    return read


class Fingerprints:
    """What a file holds, asked once: our own files by their content, the system's by their date and size."""

    def __init__(self, build):
        self.build = build
        self.known = {}

    def of(self, name):
        if name not in self.known:
            path = Path(os.path.normpath(self.build / name))
            if path.is_relative_to(ROOT):
                content = path.read_bytes().replace(str(ROOT).encode(), b"") if path.exists() else b"gone"
                self.known[name] = f"{path.relative_to(ROOT)} {hashlib.sha256(content).hexdigest()}"
            else:
                state = path.stat() if path.exists() else None
                self.known[name] = f"{path} {state and (state.st_mtime_ns, state.st_size)}"
        return self.known[name]


def look_at(source, command, build):
    """True if clang-tidy finds nothing in `source`; otherwise what it says is printed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "compile_commands.json").write_text(
            json.dumps([{"directory": str(build), "file": str(source), "arguments": command}]), encoding="utf-8")
        try:
            tidy = subprocess.run([TIDY, "--quiet", "-p", folder, str(source)], capture_output=True, text=True,
                                  timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            print(f"{source}: no answer within {PATIENCE} s", flush=True)
            return False
    if tidy.returncode:
        noise = re.compile(r"^\d+ warnings? .*generated\.$", re.M)
        print(tidy.stdout + noise.sub("", tidy.stderr), flush=True)
    return tidy.returncode == 0


def main():
    build = Path(sys.argv[1]).resolve()
    commands = read_commands(build)
    if len(sys.argv) == 2:
        print(*(path.relative_to(ROOT) for path in commands if path.is_relative_to(ROOT)), sep="\n")
        return 0
    dependencies = read_dependencies(build)
    fingerprints = Fingerprints(build)
    rules = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    rules += (ROOT / ".clang-tidy").read_text(encoding="utf-8")
    memory = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "balady-tidy"
    memory.mkdir(parents=True, exist_ok=True)

    to_look_at = []
    for source in (ROOT / name for name in sys.argv[2:]):
        compiled, command = commands[source]
        mark = None
        if compiled in dependencies:
            what = [rules, shlex.join(command).replace(str(ROOT), ""), *map(fingerprints.of, dependencies[compiled])]
            mark = memory / hashlib.sha256("\0".join(what).encode()).hexdigest()
        if mark and mark.exists():
            mark.touch()
        else:
            to_look_at.append((source, command, mark))
    print(f"  {len(to_look_at)} of {len(sys.argv) - 2} have changed since they were clean", flush=True)

    def settle(item):
        source, command, mark = item
        clean = look_at(source, command, build)
        if clean and mark:
            mark.touch()
        return clean

    jobs = int(os.environ.get("BALADY_JOBS") or len(os.sched_getaffinity(0)))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        clean = list(pool.map(settle, to_look_at))
    for mark in memory.iterdir():
        if time.time() - mark.stat().st_mtime > FORGET_AFTER:
            mark.unlink(missing_ok=True)
    return 0 if all(clean) else 1


if __name__ == "__main__":
    sys.exit(main())
