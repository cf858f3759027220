# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the rules look at, and what a rule reports."""
import dataclasses
import os
import re

SOURCES = (".cpp", ".h")
TEXTS = SOURCES + (".sql", ".ts", ".txt", ".cmake", ".json", ".md", ".py", ".sh", ".csv", ".qrc", ".service", ".xml", ".desktop", "")
SKIPPED = {".git", "build", ".cache", "__pycache__"}


@dataclasses.dataclass(frozen=True)
class Finding:
    rule: str
    path: str
    line: int
    what: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.what}"


class File:
    def __init__(self, root, path):
        self.path = path
        self.top = path.split("/")[0]
        with open(os.path.join(root, path), encoding="utf-8", errors="replace") as stream:
            self.text = stream.read()

    @property
    def folder(self):
        """core/store/x.cpp: "core/store"; app/main.cpp: "app"."""
        parts = self.path.split("/")
        return "/".join(parts[:2]) if parts[0] in ("core", "ui") and len(parts) > 2 else parts[0]

    @property
    def is_source(self):
        return self.path.endswith(SOURCES)

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def includes(self):
        """(line, what stands between the brackets or quotes)"""
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', self.text, re.M):
            yield self.line(match.start()), match.group(1)

    def literals(self):
        """(line, text) of the string literals; neighbours that only white space parts are one."""
        code = without_comments(self.text)
        one = r'(?:u8|u|U|L)?R"([^\s()\\]{0,16})\((?:.*?)\)\1"|"(?:\\.|[^"\\\n])*"'
        position, begin, joined = None, 0, ""
        for match in re.finditer(one, code, re.S):
            if position is not None and code[position:match.start()].strip() == "":
                joined += content(match.group(0))
            else:
                if joined:
                    yield self.line(begin), joined
                begin, joined = match.start(), content(match.group(0))
            position = match.end()
        if joined:
            yield self.line(begin), joined


def content(literal):
    return literal[literal.index("(") + 1:literal.rindex(")")] if literal[0] != '"' else literal[1:-1]


def without_comments(text):
    """Comments become spaces, so that offsets stay; string literals stay too."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"([^\s()\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''

    def blank(match):
        found = match.group(0)
        return re.sub(r"[^\n]", " ", found) if found.startswith("/") else found

    return re.sub(pattern, blank, text, flags=re.S)


def read_tree(root):
    files = []
    for folder, folders, names in os.walk(root):
        relative = os.path.relpath(folder, root)
        folders[:] = sorted(f for f in folders if f not in SKIPPED and os.path.join(relative, f) != os.path.join("tests", "lint", "bad"))
        for name in sorted(set(names) - SKIPPED):
            if os.path.splitext(name)[1] in TEXTS:
                files.append(File(root, os.path.normpath(os.path.join(relative, name))))
    return files
