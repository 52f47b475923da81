#!/usr/bin/python3
"""Writes what the terminal's programs are made of, as a CycloneDX 1.5 software bill of materials, to standard output.

usage: sbom.py BUILD-DIRECTORY     after a build, on the Debian that the image is made of

Nothing is listed by hand. Libraries come from the dynamic linker's own list, for the programs and for Qt's plugins; code
that headers bring with them from what the compiler read; packages that are started while the terminal runs from
config/debian-packages.txt [run]; data that is packed into them from what CMake found; the type family from its lock
file; versions and licences from Debian's database and copyright files. The same sources and packages give the same bytes.
"""

import json
import re
import subprocess
import sys
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = ["balady-kiosk", "balady-core.so", "balady-sight", "balady-audit"]
# Sources whose headers bring no code: the compiler's own, the kernel's constants, types that Qt's headers name.
NO_CODE = {"gcc-12", "linux", "vulkan-loader"}
# Debian's short names (copyright-format 1.0) whose SPDX name differs, and those that are the same.
SPDX = {"Expat": "MIT", "MIT": "MIT", "Apache-2.0": "Apache-2.0", "BSL-1.0": "BSL-1.0", "Zlib": "Zlib", "ISC": "ISC",
        "BSD-2-clause": "BSD-2-Clause", "BSD-3-clause": "BSD-3-Clause", "BSD-4-clause": "BSD-4-Clause",
        "GPL-2": "GPL-2.0-only", "GPL-2+": "GPL-2.0-or-later", "GPL-3": "GPL-3.0-only", "GPL-3+": "GPL-3.0-or-later",
        "LGPL-2": "LGPL-2.0-only", "LGPL-2+": "LGPL-2.0-or-later", "LGPL-2.1": "LGPL-2.1-only",
        "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3": "LGPL-3.0-only", "LGPL-3+": "LGPL-3.0-or-later",
        "OFL-1.1": "OFL-1.1"}


def ask(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def packages_of(files):
    """Debian packages that these files belong to. Debian's list may name a file with or without /usr before it."""
    names = set()
    for file in files:
        names.update({file, re.sub("^/usr", "", file)})
    found = subprocess.run(["dpkg-query", "-S", *sorted(names)], capture_output=True, text=True, check=False).stdout
    owners = {}
    for line in found.splitlines():
        package, _, file = line.partition(": ")
        owners[file] = package.split(",")[0]
    missing = [file for file in files if file not in owners and re.sub("^/usr", "", file) not in owners]
    if missing:
        sys.exit(f"no Debian package has {', '.join(missing)}")
    return set(owners.values())


def linked(objects, ours):
    """The libraries that the dynamic linker would load for these programs and plugins, those below `ours` left out."""
    paths = {str(Path(path).resolve()) for path in re.findall(r"(/\S+) \(0x", ask("ldd", *objects))}
    return {path for path in paths if not path.startswith(str(ours))}


def plugins(packages):
    """What Qt loads by itself of these packages: of its platforms, picture formats and QML modules."""
    return sorted({file for file in ask("dpkg-query", "-L", *packages).splitlines()
                   if re.search(r"/qt6/(plugins|qml)/.*\.so$", file)})


def headers(build):
    """The system's headers that the compiler read for the product, tests left out."""
    read = set()
    for block in ask("ninja", "-C", str(build), "-t", "deps").split("\n\n"):
        target, *files = block.splitlines() or [""]
        if not target.startswith("tests/"):
            read.update(str(Path(file.strip()).resolve()) for file in files if file.strip().startswith("/usr/"))
    return {file for file in read if not file.startswith("/usr/local/")}


def describe(packages):
    """What Debian's database says of each of these packages, in order."""
    fields = ("Package", "Version", "Architecture", "source:Package", "source:Version", "Homepage")
    form = "\\t".join("${%s}" % field for field in fields) + "\\n"
    lines = ask("dpkg-query", "-W", "-f", form, *sorted(packages)).splitlines()
    return [dict(zip(fields, line.split("\t"))) for line in lines]


def licences(package):
    """The licences that Debian's copyright file names for files of the package's source (copyright-format 1.0)."""
    text = Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8", errors="replace")
    names = []
    for paragraph in re.split(r"\n\s*\n", text):
        if re.search(r"^Files:", paragraph, re.M) and (named := re.search(r"^License: *(.+)$", paragraph, re.M)):
            names.append(named.group(1).strip())
    if not names:
        return [{"license": {"name": f"see /usr/share/doc/{package}/copyright of the Debian package"}}]
    kinds = {("id", SPDX[name]) if name in SPDX else ("name", name) for name in names}
    return [{"license": dict([kind])} for kind in sorted(kinds)]


def component(about, reached):
    name, version = about["Package"], about["Version"]
    purl = f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={about['Architecture']}&distro=debian-12"
    entry = {"type": "library", "bom-ref": purl, "name": name, "version": version, "licenses": licences(name), "purl": purl,
             "properties": [{"name": "balady:reached-by", "value": reached},
                            {"name": "debian:source", "value": f"{about['source:Package']} {about['source:Version']}"}]}
    if about["Homepage"]:
        entry["externalReferences"] = [{"type": "website", "url": about["Homepage"]}]
    return entry


def started_packages():
    text = (ROOT / "config/debian-packages.txt").read_text(encoding="utf-8")
    return re.search(r"^\[run\]\n(.*?)(?:^\[|\Z)", text, re.M | re.S).group(1).split()


def packed_data(build):
    """Files of the system's that the build packs into the programs, as CMake found them."""
    return re.findall(r"^OPENCV_CASCADE_\w+:FILEPATH=(.+)$", (build / "CMakeCache.txt").read_text(encoding="utf-8"), re.M)


def type_family():
    packages = json.loads((ROOT / "qml/fonts/package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name in packages[""]["dependencies"]:  # what those depend on in turn is no font
        package = packages[f"node_modules/{name}"]
        purl = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
        yield {"type": "library", "bom-ref": purl, "name": name, "version": package["version"],
               "licenses": [{"license": {"id": package["license"]}}], "purl": purl,
               "properties": [{"name": "balady:reached-by", "value": "resource"}]}


def main():
    build = Path(sys.argv[1]).resolve()
    components = {}

    def add(entry):
        components.setdefault(entry["bom-ref"], entry)

    programs = linked([build / "bin" / name for name in PROGRAMS], build)
    ours = packages_of(programs)
    for about in describe(packages_of(programs | linked(plugins(ours | set(started_packages())), build))):
        add(component(about, "link"))
    sources = {entry["properties"][1]["value"].split()[0] for entry in components.values()}
    for about in describe(packages_of(headers(build))):
        if about["source:Package"] not in sources | NO_CODE:
            add(component(about, "header"))
    for about in describe(started_packages()):
        add(component(about, "run"))
    for about in describe(packages_of(packed_data(build))):
        add(component(about, "resource"))
    for entry in type_family():
        add(entry)

    version = re.search(r"project\(balady_kiosk VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    listed = [components[ref] for ref in sorted(components)]
    bom = {"bomFormat": "CycloneDX", "specVersion": "1.5",
           "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([version, listed], sort_keys=True))}",
           "version": 1,
           "metadata": {"component": {"type": "application", "bom-ref": "balady-kiosk", "name": "balady-kiosk",
                                      "version": version}},
           "components": listed,
           "dependencies": [{"ref": "balady-kiosk", "dependsOn": [entry["bom-ref"] for entry in listed]}]}
    json.dump(bom, sys.stdout, indent=1, sort_keys=True, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
