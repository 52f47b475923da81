"""Debian's kernel for machines of every kind, taken from its package and not installed, and a first root for it."""

import lzma
import os
import shutil
import struct
import subprocess
from pathlib import Path

# What no device of a terminal needs, and most of what the package is.
LEFT_OUT = ("drivers/gpu", "drivers/infiniband", "drivers/iio", "drivers/net", "drivers/scsi", "drivers/staging", "sound")
# What the guest needs to see this machine's files.
FIRST_MODULES = ("virtio_pci", "9pnet_virtio", "9p", "overlay")


def output_of(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def package_name():
    for line in output_of("apt-cache", "depends", "--important", "linux-image-amd64").splitlines():
        kind, _, name = line.strip().partition(": ")
        if kind == "Depends":
            return name
    raise RuntimeError("apt knows no linux-image-amd64: is there a Debian 12 mirror in /etc/apt?")


def download(package, folder):
    """The package's file. Lists of packages grow old: then they are fetched again, which takes root."""
    command = ["apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", package]
    if subprocess.run(command, cwd=folder, check=False).returncode != 0:
        as_root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*as_root, "apt-get", "-q", "update"], check=True)
        subprocess.run(command, cwd=folder, check=True)
    return next(folder.glob(f"{package}_*.deb"))


def unpacked(image):
    """The program within a bootable image: to unpack itself takes an emulated machine longer than all else until its first
    program. Where it is says the image's header (Documentation/x86/boot.rst, "payload_offset")."""
    if image[0x202:0x206] != b"HdrS":
        raise RuntimeError("the kernel's image has no boot header")
    real_mode = (image[0x1F1] + 1) * 512
    offset, length = struct.unpack_from("<II", image, 0x248)
    return lzma.LZMADecompressor().decompress(image[real_mode + offset:real_mode + offset + length])


class DebianKernel:
    """The kernel in a folder of its own below `home`, where it stays for the next time."""

    def __init__(self, home):
        package = package_name()
        self.release = package.removeprefix("linux-image-")
        self.folder = Path(home) / package
        self.image = self.folder / "boot" / "vmlinux"
        if not self.image.exists():
            self._extract(package)
        self.modules = self.folder / "lib/modules" / self.release

    def _extract(self, package):
        draft = self.folder.with_suffix(".draft")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        archive = download(package, draft)
        unpack = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", archive], stdout=subprocess.PIPE)
        subprocess.run(["tar", "-x", "-C", draft, "--no-same-owner", "./boot", "./lib",
                        *(f"--exclude=./lib/modules/*/kernel/{folder}" for folder in LEFT_OUT)],
                       stdin=unpack.stdout, check=True)
        unpack.stdout.close()
        if unpack.wait() != 0:
            raise RuntimeError(f"{archive.name} cannot be unpacked")
        archive.unlink()
        (draft / "boot/vmlinux").write_bytes(unpacked((draft / "boot" / f"vmlinuz-{self.release}").read_bytes()))
        subprocess.run(["depmod", "--basedir", draft, self.release], check=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        draft.rename(self.folder)

    def first_root(self, folder, init, guest):
        """A compressed archive (initramfs) of busybox, `init`, the text `guest` and the modules that `init` loads."""
        root = Path(folder) / "first-root"
        shutil.rmtree(root, ignore_errors=True)
        for name in ("bin", "modules", "proc", "sys", "dev"):
            (root / name).mkdir(parents=True)
        shutil.copy("/bin/busybox", root / "bin/busybox")
        shutil.copy(init, root / "init")
        (root / "init").chmod(0o755)
        (root / "guest").write_text(guest, encoding="utf-8")
        order = []
        for module in FIRST_MODULES:
            for line in output_of("modprobe", "-d", self.folder, "-S", self.release, "--show-depends",
                                  module).splitlines():
                action, path = line.split()[:2]
                if action == "insmod" and Path(path).name not in order:
                    shutil.copy(path, root / "modules")
                    order.append(Path(path).name)
        (root / "modules/order").write_text("\n".join(order) + "\n", encoding="utf-8")
        archive = root.with_suffix(".cpio")
        names = sorted(str(path.relative_to(root)) for path in root.rglob("*"))
        with archive.open("wb") as out:
            subprocess.run(["cpio", "--create", "--format=newc", "--quiet"], cwd=root, stdout=out, check=True,
                           input="\n".join(names).encode())
        shutil.rmtree(root)
        return archive
