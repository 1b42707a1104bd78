#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person at the window waits for while deliveries arrive: from arrival to the painted row, by the window's own probe.

Usage: tests/bench/screen.py [--build build/release] [--rate 500] [--seconds 20] [--rounds 3]

Each round opens the window on an empty store under Xvfb, has `earshot simulate` send at the rate, and ends it. Also prints how long
after its start it received and was painted first, and the resident memory at the end."""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time


def listening(data):
    try:
        with open(f"{data}/earshot.sqlite.lock", encoding="utf-8") as lock:
            return json.load(lock).get("listen")
    except (OSError, ValueError):
        return None


def resident_mib(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def one_round(options):
    earshot = f"{options.build}/earshot"
    with tempfile.TemporaryDirectory() as data:
        subprocess.run([earshot, "source", "add", "--data", data, "--platform", "varda", "--name", "Front desk"], check=True,
                       stdout=subprocess.DEVNULL)
        probe = f"{data}/probe.json"
        began = time.time()
        window = subprocess.Popen([earshot, "--data", data, "--listen", "127.0.0.1:0", "--probe", probe])
        while not listening(data):
            time.sleep(0.01)
        receives = time.time() - began
        time.sleep(2)
        subprocess.run([earshot, "simulate", "--data", data, "--platform", "varda", "--rate", str(options.rate), "--count",
                        str(options.rate * options.seconds), "--json"], check=True, stdout=subprocess.DEVNULL)
        memory = resident_mib(window.pid)
        window.send_signal(signal.SIGTERM)
        window.wait(timeout=60)
        with open(probe, encoding="utf-8") as report:
            measured = json.load(report)
            shown = measured.pop("first_frame_at_us") / 1e6 - began
            return {"receives_after_s": round(receives, 2), "first_frame_after_s": round(shown, 2), "resident_mib": round(memory), **measured}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--rate", type=int, default=500)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if "DISPLAY" not in os.environ and "QT_QPA_PLATFORM" not in os.environ:
        return subprocess.call(["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", sys.executable, *sys.argv])
    rounds = []
    for number in range(1, options.rounds + 1):
        rounds.append(one_round(options))
        print(f"round {number}: {json.dumps(rounds[-1])}", flush=True)
    for name in ("arrival_to_screen_ms", "frame_ms", "gui_busy_ms"):
        print(f"{name}: p50 {statistics.median(r[name]['p50'] for r in rounds):.1f}, p95 "
              f"{statistics.median(r[name]['p95'] for r in rounds):.1f}, most {max(r[name]['most'] for r in rounds):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
