#!/usr/bin/env python3
"""Reads the tree and names everything that breaks the rules of the house (rules.py).

usage: house.py ROOT     One line a violation, `path:line: what is wrong`; exit status 1 if there is any.
"""

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

import rules

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
CMAKE_TARGET = re.compile(r"\b(balady_library|balady_test|target_link_libraries|add_library|add_executable|"
                          r"qt_add_executable|qt_add_qml_module)\s*\(\s*([\w-]+)([^()]*)\)")
DECLARED = re.compile(r"^\s*(?:class|struct|union|enum(?:\s+class)?|namespace|concept|using)\s+(?:\[\[\w+\]\]\s*)?"
                      r"(\w+)", re.M)
CO_AWAIT = re.compile(r"\bco_await\b")
LAMBDA = re.compile(r"\[([^\[\]]*)\]\s*(?:\([^()]*\)\s*)?(?:mutable\s*)?(?:->[^{;]*)?\{")
# Digit separators too: their apostrophes begin no literal.
COMMENT_OR_TEXT = re.compile(r"""(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])|//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"""
                             r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", re.S)
MARKDOWN_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
TEST_NAME = re.compile(r'(?:TEST_CASE\("|TEST_CASE_FIXTURE\(\w+, "|(?:e2e|torture)_test\(|add_test\(NAME )(\w+)')
NAMED_TEST = re.compile(r"`([a-z0-9]+(?:_[a-z0-9]+)+)`")  # as test cases are named
SOURCES = {".cpp", ".h"}


def list_files(root):
    """The paths under `root` that are or could be committed."""
    git = subprocess.run(["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "--cached", "--others",
                          "--exclude-standard", "--deduplicate"], capture_output=True, text=True)
    if git.returncode == 0:
        names = filter(None, git.stdout.split("\0"))
    else:  # a source archive
        skipped = {".git", "build", "node_modules"}
        names = (p.relative_to(root).as_posix() for p in Path(root).rglob("*")
                 if p.is_file() and not skipped & set(p.relative_to(root).parts))
    return sorted(PurePosixPath(name) for name in names if (Path(root) / name).is_file())


def folder_of(path):
    """The folder of the rules that a path belongs to, or None."""
    known = [p.as_posix() for p in PurePosixPath(path).parents if p.as_posix() in rules.DIRECTION]
    return known[0] if known else None


def inside(path, folders):
    return any(path == folder or path.startswith(folder + "/") for folder in folders)


def without_text(code):
    """The code with comments and literals blanked, everything else at its place."""
    return COMMENT_OR_TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), code)


def closing(code, at):
    """Where the bracket that opens at `at` closes."""
    depth = 0
    for i in range(at, len(code)):
        depth += (code[i] in "([{") - (code[i] in ")]}")
        if depth == 0:
            return i
    return len(code)


def awaited_temporary(code, at):
    """Where the operand of the co_await that ends before `at` makes an aggregate or a capturing lambda, or None."""
    inside_call = 0
    while at < len(code):
        if lambda_ := LAMBDA.match(code, at):
            if lambda_[1].strip():
                return at
            at = closing(code, lambda_.end() - 1)
        elif code[at] == "{":
            return at
        elif code[at] in "([":
            inside_call += 1
        elif code[at] in ")]":
            if inside_call == 0:
                return None
            inside_call -= 1
        elif code[at] == ";" or (code[at] == "," and inside_call == 0):
            return None
        at += 1
    return None


class House:
    def __init__(self, root):
        self.root = Path(root).resolve()
        self.files = list_files(self.root)
        self.text = {}
        for path in self.files:
            data = (self.root / path).read_bytes()
            if b"\0" not in data:
                self.text[path] = data.decode("utf-8", "replace")
        self.violations = []

    def report(self, path, what, offset=0):
        line = self.text.get(path, "").count("\n", 0, offset) + 1
        self.violations.append(f"{path}:{line}: {what}")

    def check(self):
        self.owner_of_target = self.find_targets()
        self.shared_headers = self.find_shared_headers()
        for path in self.files:
            self.check_place(path)
            if path not in self.text:
                continue
            self.check_foreign_text(path)
            if path.suffix in SOURCES:
                self.check_includes(path)
                self.check_names(path)
                self.check_awaits(path)
            if path.suffix == ".h":
                self.check_header(path)
            if path.name == "CMakeLists.txt":
                self.check_links(path)
            if path.suffix == ".md":
                self.check_references(path)
            if path.name == "threat-model.md":
                self.check_named_tests(path)
        return self.violations

    def find_targets(self):
        return {match[2]: folder_of(path) for path, text in self.text.items() if path.name == "CMakeLists.txt"
                for match in CMAKE_TARGET.finditer(text) if match[1] != "target_link_libraries"}

    def find_shared_headers(self):
        """Headers that some other folder of the product includes."""
        return {match[2] for path, text in self.text.items() if path.suffix in SOURCES and path.parts[0] != "tests"
                for match in INCLUDE.finditer(text)
                if match[1] == '"' and PurePosixPath(match[2]).parent != path.parent}

    def may_use(self, user, used):
        allowed = rules.DIRECTION.get(user, [])
        return user == used or "*" in allowed or used in allowed

    def check_place(self, path):
        top = path.parts[0]
        if top not in rules.TOP_LEVEL and not top.startswith("."):
            self.report(path, f"'{top}' does not belong to the top level")
        pattern = rules.FILE_NAMES.get(path.suffix)
        if pattern and not re.fullmatch(pattern, path.stem):
            self.report(path, f"a {path.suffix} file is not named like this")
        if re.search(rules.BANNED_IN_NAMES, re.sub(r"(?:^|_)(\w)", lambda m: m[1].upper(), path.stem)):
            self.report(path, "the file's name says nothing (banned word)")
        if path.suffix in SOURCES and folder_of(path) is None:
            self.report(path, "this folder has no place in the direction of dependencies")

    def check_includes(self, path):
        user = folder_of(path)
        for match in INCLUDE.finditer(self.text[path]):
            kind, name = match[1], match[2]
            if kind == '"':
                used = folder_of(name)
                if used and not self.may_use(user, used):
                    self.report(path, f"{user} must not include from {used} ({name})", match.start())
                elif PurePosixPath(name) not in self.text and (self.root / path.parent / name).exists():
                    self.report(path, f"include from the root of the tree, not beside the file ({name})", match.start())
            elif path.parts[0] != "tests":
                self.check_vendor(path, name, match.start())

    def check_vendor(self, path, name, offset):
        for pattern, folders, in_public in rules.VENDORS:
            if not re.match(pattern, name):
                continue
            if not inside(path.as_posix(), folders):
                self.report(path, f"<{name}> belongs to {', '.join(folders)}", offset)
            elif not in_public and path.as_posix() in self.shared_headers:
                self.report(path, f"<{name}> in a header that other folders include", offset)
            return

    def check_links(self, path):
        user = folder_of(path)
        for match in CMAKE_TARGET.finditer(self.text[path]):
            for target in re.findall(r"\bbalady_[\w-]+", match[3]):
                used = self.owner_of_target.get(target)
                if target in rules.VENDOR_TARGETS:
                    continue
                if user and used and not self.may_use(user, used):
                    self.report(path, f"{match[2]}: {user} must not link to {used} ({target})", match.start())

    def check_names(self, path):
        for match in DECLARED.finditer(self.text[path]):
            if re.search(rules.BANNED_IN_NAMES, match[1]):
                self.report(path, f"'{match[1]}' says nothing (banned word)", match.start(1))

    def check_awaits(self, path):
        if "co_await" not in self.text[path]:
            return
        code = without_text(self.text[path])
        for match in CO_AWAIT.finditer(code):
            if (temporary := awaited_temporary(code, match.end())) is not None:
                self.report(path, "GCC 12 destroys this temporary of a co_await twice: name it first "
                                  "(kiosk/ports/task.h)", temporary)

    def check_header(self, path):
        opening = re.match(r"((?://(?: .*)?\n)+)#pragma once\n", self.text[path])
        if not opening:
            self.report(path, "a header opens with a sentence in `//` comments, then #pragma once")
        elif not re.search(r"\w[^.]*[.;:]", opening[1]):
            self.report(path, "the opening of the header is not a sentence")

    def check_references(self, path):
        for match in MARKDOWN_LINK.finditer(self.text[path]):
            elsewhere = match[1].startswith(("http:", "https:", "mailto:"))
            if not elsewhere and not (self.root / path.parent / match[1]).exists():
                self.report(path, f"a link to something that is not there: {match[1]}", match.start())

    def check_named_tests(self, path):
        """A control is only as good as the test of it: each that is named exists, as a case or as a test of CTest."""
        known = set()
        for other, text in self.text.items():
            if other.parts[0] == "tests":
                known.update(TEST_NAME.findall(text))
        for match in NAMED_TEST.finditer(self.text[path]):
            if match[1] not in known:
                self.report(path, f"a test that is not there: {match[1]}", match.start())

    def check_foreign_text(self, path):
        checkout = re.escape(f"{self.root}/")
        for pattern in [*rules.FOREIGN_TEXT, checkout]:
            for match in re.finditer(pattern, self.text[path]):
                self.report(path, f"ties the tree to a machine or a network: {match[0]}", match.start())


def main():
    violations = House(sys.argv[1]).check()
    for violation in violations:
        print(violation)
    print(f"{len(violations)} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
