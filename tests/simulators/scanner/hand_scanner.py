#!/usr/bin/env python3
"""A hand scanner that is a serial line: each line of its control file is typed on it, with a line end, as one scan.

usage: hand_scanner.py CONTROL_FILE

Prints {"device": PATH} when the line stands, and lives until it is ended. Bytes come in small pieces, as they do over a
real line: a terminal that takes the first piece for the scan reads nothing.
"""

import json
import os
import sys
import time
import tty
from pathlib import Path

PIECE = 64  # bytes, a full-speed USB packet
LOOK = 0.05  # seconds between looks at the control file


def scan(line, text):
    waiting = "".join(part + "\r\n" for part in text.splitlines()).encode()
    while waiting:
        waiting = waiting[os.write(line, waiting[:PIECE]):]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    control = Path(sys.argv[1])
    # The terminal's end stays open here too, so that the line outlives a terminal that closes it.
    line, terminals_end = os.openpty()
    tty.setraw(terminals_end)
    print(json.dumps({"device": os.ttyname(terminals_end)}), flush=True)
    scanned = None
    while True:
        try:
            state = control.stat()
            if (now := (state.st_ino, state.st_mtime_ns)) != scanned:
                scanned = now
                if text := control.read_text(encoding="utf-8").strip():
                    scan(line, text)
        except FileNotFoundError:
            pass
        time.sleep(LOOK)


if __name__ == "__main__":
    main()
