#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Usage: .ci/tidydatabase.py BUILD TIDY | --list TIDY

Writes TIDY/compile_commands.json for clang-tidy from that of BUILD, which was made with GCC and a precompiled header: without the
flags that Clang does not know, and without sources that CMake generated. --list prints the sources in it, from the root of the tree.
"""

import json
import re
import shlex
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Warnings are clang-tidy's own here, sanitizers only slow it down, and coroutines come with C++20 in Clang.
DROPPED = re.compile(r"^(-W.*|-fcoroutines|-fsanitize.*|-fno-sanitize.*|-fpch-.*)$")
PRECOMPILED = re.compile(r"cmake_pch\.hxx$")


def without_launcher(arguments):
    """From the compiler on; `cmake -E env … ccache` may stand before it."""
    for index, argument in enumerate(arguments):
        if re.search(r"(^|/)(c\+\+|g\+\+|clang\+\+)(-\d+)?$", argument):
            return arguments[index:]
    return arguments


def as_text(header):
    """What GCC has precompiled is no use to Clang, which includes the header itself."""
    if not PRECOMPILED.search(header):
        return header
    return re.search(r'#include "([^"]+)"', Path(header).read_text(encoding="utf-8")).group(1)


def for_clang(arguments):
    kept = []
    arguments = iter(without_launcher(arguments))
    for argument in arguments:
        if argument == "-include":
            kept += [argument, as_text(next(arguments))]
        elif not DROPPED.match(argument):
            kept.append(argument)
    return kept


def is_ours(entry, build):
    source = Path(entry["file"])
    return source.suffix == ".cpp" and ROOT in source.parents and build not in source.parents


def translate(build, tidy):
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    ours = [{"directory": entry["directory"],
             "file": entry["file"],
             "arguments": for_clang(shlex.split(entry["command"]))}
            for entry in entries if is_ours(entry, build)]
    tidy.mkdir(parents=True, exist_ok=True)
    (tidy / "compile_commands.json").write_text(json.dumps(ours, indent=1), encoding="utf-8")


def names(tidy):
    entries = json.loads((tidy / "compile_commands.json").read_text(encoding="utf-8"))
    return sorted({str(Path(entry["file"]).relative_to(ROOT)) for entry in entries})


def main(arguments):
    if arguments in (["-h"], ["--help"]):
        print(__doc__.strip())
    elif len(arguments) == 2 and arguments[0] == "--list":
        print("\n".join(names(Path(arguments[1]).resolve())))
    elif len(arguments) == 2:
        translate(Path(arguments[0]).resolve(), Path(arguments[1]).resolve())
    else:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
