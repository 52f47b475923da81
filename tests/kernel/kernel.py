#!/usr/bin/env python3
"""Boots a Debian kernel in QEMU, twice side by side, and runs the terminal's drivers against devices that this kernel makes.

usage: kernel.py --build DIR [--without DEVICE]... [DEVICE...]

Runs the tests of all devices, or of those that are named; README.md says what each does. --without leaves a device out of
the machine, of which its test must then complain. Ends with 1 if any test failed or the machine died.
"""

import argparse
import contextlib
import os
import re
import selectors
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
from debian_kernel import DebianKernel  # noqa: E402

HERE = Path(__file__).resolve().parent
# What each machine tests, one after the other: the emulation of a machine has one thread, and the receipt printer's whole contract
# takes longer than all others.
MACHINES = (("receipt_printer",), ("serial_scanner", "keyboard_scanner", "card_reader", "camera", "touch_screen"))
DEVICES = tuple(name for names in MACHINES for name in names)
PATIENCE = 1200  # seconds for all of it on a busy host; the tests have limits of their own, by the guest's clock
PROGRAMS = ("qemu-system-x86_64", "busybox", "cpio", "modprobe", "depmod")
# What the kernel says when it is not well.
KERNEL_COMPLAINTS = re.compile(r"\b(BUG:|Oops:|general protection fault|WARNING: CPU|Kernel panic|hung_task|blocked for more)")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--without", action="append", default=[], choices=DEVICES)
    parser.add_argument("devices", nargs="*", metavar="DEVICE")
    options = parser.parse_args()
    options.build = options.build.resolve()
    if unknown := set(options.devices) - set(DEVICES):
        parser.error(f"no such device: {', '.join(sorted(unknown))}; there are {', '.join(DEVICES)}")
    options.devices = [name for name in DEVICES if name in options.devices or not options.devices]
    return options


class Card:
    """The chip simulator outside of the machine, connected to the reader inside of it."""

    def __init__(self, build, out):
        self.folder = tempfile.TemporaryDirectory(prefix="balady-kernel-")  # a socket's name must be short
        self.socket = Path(self.folder.name) / "reader"
        with (out / "chip.log").open("wb") as log:
            self.process = subprocess.Popen(
                [build / "bin/balady-chip-simulator", "--vscard", self.socket, "--control", out / "card",
                 "--cards", HERE.parent / "simulators/chip/cards", "--trust-list", out / "trust-list.pem"], stderr=log)

    def device(self):
        return ["-device", "qemu-xhci", "-chardev", f"socket,id=card,server=on,wait=off,path={self.socket}",
                "-device", "usb-ccid", "-device", "ccid-card-passthru,chardev=card"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


class Machine:
    """One booted kernel with its devices, and what it has said so far."""

    def __init__(self, kernel, options, names, out, surroundings):
        self.out = out
        self.rest = b""
        out.mkdir(parents=True)
        marked = ["-" * (name in options.without) + name for name in names]
        guest = shlex.join(["exec", "bash", str(HERE / "guest.sh"), str(options.build), str(kernel.folder), str(out), *marked])
        command = self.command(kernel, kernel.first_root(out, HERE / "init.sh", guest + "\n"))
        if "card_reader" in names:
            card = surroundings.enter_context(Card(options.build, out))
            command += [] if "card_reader" in options.without else card.device()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        surroundings.callback(self.process.wait)
        surroundings.callback(self.process.kill)

    def command(self, kernel, first_root):
        """QEMU's command line. Its own emulation, not the host's virtualisation: that differs from machine to machine. Its clock
        counts instructions, so that no time limit in the guest is nearer on a busy host."""
        return [
            "qemu-system-x86_64", "-accel", "tcg", "-icount", "shift=2,sleep=on", "-cpu", "max", "-smp", "1", "-m", "1500",
            "-no-reboot", "-nodefaults", "-display", "none", "-serial", f"file:{self.out}/console", "-serial", "stdio",
            "-kernel", str(kernel.image), "-initrd", str(first_root),
            # A kernel that has tripped ends the machine; the verdicts that are missing then are failures. It guards nothing against
            # spies and does not try its ciphers, both of which take an emulated processor seconds.
            "-append", "console=ttyS0 quiet preempt=none mitigations=off cryptomgr.notests oops=panic panic=-1",
            "-virtfs", "local,path=/,mount_tag=root,security_model=none,readonly=on,multidevs=remap",
            "-virtfs", f"local,path={self.out},mount_tag=out,security_model=none",
        ]

    def lines(self):
        """The lines that have come; nothing once it is off."""
        piece = os.read(self.process.stdout.fileno(), 4096)
        *lines, self.rest = (self.rest + piece).split(b"\n")
        return [line.decode(errors="replace").strip() for line in lines] if piece else None

    def complaints(self):
        """What its kernel says that is not well."""
        logs = (self.out / name for name in ("console", "dmesg"))
        text = "".join(log.read_text(errors="replace") for log in logs if log.exists())
        return sorted({line.strip() for line in text.splitlines() if KERNEL_COMPLAINTS.search(line)})


class Table:
    """The verdicts, as they come."""

    def __init__(self, names, out):
        self.open = list(names)
        self.failed = []
        self.out = out
        self.number = 0
        self.total = len(names)
        self.began = time.monotonic()

    def add(self, name, good, seconds, why=""):
        self.open.remove(name)
        self.number += 1
        word = "Passed" if good else f"***Failed {why}"
        print(f"{self.number}/{self.total} kernel_{name} {'.' * (24 - len(name))} {word:>8} {seconds:7.2f} sec", flush=True)
        if not good:
            self.failed.append(name)
            for log in self.out.glob(f"*/{name}.log"):
                print(log.read_text(errors="replace")[-6000:], flush=True)

    def read(self, line):
        """A verdict of the guest; what else comes over the line is shown."""
        if match := re.fullmatch(r"(\w+) (\d+) (\d+)", line):
            status = int(match[2])
            why = "(took too long)" if status in (124, 137) else f"(status {status})"
            self.add(match[1], status == 0, int(match[3]) / 1000, why)
        elif line:
            print(line, flush=True)

    def close(self, why):
        for name in list(self.open):
            self.add(name, False, time.monotonic() - self.began, f"({why})")
        seconds = time.monotonic() - self.began
        passed = self.total - len(self.failed)
        print(f"\n{passed} of {self.total} devices passed in {seconds:.1f} s; their output is in {self.out}")
        for name in self.failed:
            print(f"    kernel_{name} failed")


def attend(machines, table):
    """Reads verdicts until all machines are off. Says why one is, where that is no good reason."""
    deadline = time.monotonic() + PATIENCE
    why = "the machine went down before"
    with selectors.DefaultSelector() as selector:
        for machine in machines:
            selector.register(machine.process.stdout, selectors.EVENT_READ, machine)
        while selector.get_map():
            ready = selector.select(deadline - time.monotonic())
            if not ready:
                return f"not done after {PATIENCE} s"
            for key, _ in ready:
                if (lines := key.data.lines()) is None:
                    selector.unregister(key.fileobj)
                    if status := key.data.process.wait():
                        why = f"QEMU ended with {status}"
                for line in lines or []:
                    table.read(line)
    return why


def main():
    options = arguments()
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    if missing := [program for program in PROGRAMS if shutil.which(program) is None]:
        sys.exit(f"kernel: {', '.join(missing)}: not installed; `./dev test --kernel` installs what is missing")
    out = options.build / "kernel"  # apart from what CMake has in tests/kernel
    shutil.rmtree(out, ignore_errors=True)
    kernel = DebianKernel(options.build.parent / "kernel")
    table = Table(options.devices, out)
    with contextlib.ExitStack() as surroundings:
        wanted = [[name for name in names if name in options.devices] for names in MACHINES]
        machines = [Machine(kernel, options, names, out / str(number), surroundings)
                    for number, names in enumerate(wanted, start=1) if names]
        table.close(attend(machines, table))
    complaints = [complaint for machine in machines for complaint in machine.complaints()]
    for complaint in complaints:
        print(f"    kernel: {complaint}")
    sys.exit(1 if table.failed or complaints else 0)


if __name__ == "__main__":
    main()
