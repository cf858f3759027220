# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the source tree to the rules of the house.

  lint.py tree --root DIR      looks at the tree; exceptions.txt lists what is tolerated and may only shrink
  lint.py samples --root DIR   each folder of bad/ is a small tree in which exactly the rule of its name must be found
"""
import argparse
import os
import sys

import rules_layers
import rules_screen
import rules_text
from tree import read_tree

HERE = os.path.dirname(os.path.abspath(__file__))
EXCEPTIONS = os.path.join(HERE, "exceptions.txt")


def findings(root, order, modules, lupdate):
    files = read_tree(root)
    yield from rules_layers.check(files, order, modules)
    yield from rules_text.check(files)
    yield from rules_screen.check(root, files, lupdate)


def read_exceptions():
    """Lines "rule path reason"; the first line's number is how many there may be at most."""
    with open(EXCEPTIONS, encoding="utf-8") as stream:
        lines = [line.strip() for line in stream if line.strip() and not line.startswith("#")]
    most = int(lines[0].split()[1])
    return most, {tuple(line.split(None, 2)[:2]) for line in lines[1:]}


def check_tree(arguments, order, modules):
    most, tolerated = read_exceptions()
    used, wrong = set(), []
    for finding in findings(arguments.root, order, modules, arguments.lupdate):
        key = (finding.rule, finding.path)
        if key in tolerated:
            used.add(key)
        else:
            wrong.append(str(finding))
    wrong += [f"exceptions.txt: {rule} {path} is not needed any more: take it out" for rule, path in sorted(tolerated - used)]
    if len(tolerated) > most:
        wrong.append(f"exceptions.txt: {len(tolerated)} exceptions, at most {most}; the list may only shrink")
    return wrong


def check_samples(arguments, order, modules):
    wrong = []
    samples = sorted(os.listdir(os.path.join(HERE, "bad")))
    for sample in samples:
        rule = sample.split("-")[0]
        found = {finding.rule for finding in findings(os.path.join(HERE, "bad", sample), order, modules, arguments.lupdate)}
        if found != {rule}:
            wrong.append(f"bad/{sample}: found {sorted(found) or 'nothing'} instead of {rule}")
    return wrong if samples else ["bad/ is empty"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("tree", "samples"))
    parser.add_argument("--root", required=True)
    parser.add_argument("--qt-headers", required=True)
    parser.add_argument("--lupdate", default="/usr/lib/qt6/bin/lupdate")
    arguments = parser.parse_args()
    with open(os.path.join(arguments.root, "core", "CMakeLists.txt"), encoding="utf-8") as stream:
        order = rules_layers.core_order(stream.read())
    modules = rules_layers.qt_modules(arguments.qt_headers)
    if not order or "QWidget" not in modules:
        sys.exit("The list of core folders or Qt's headers were not found")
    wrong = (check_tree if arguments.what == "tree" else check_samples)(arguments, order, modules)
    print("\n".join(wrong) if wrong else "clean")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
