#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Durable intake of `earshot serve` beside the bare yardstick (libmicrohttpd and SQLite group commit), in turn in one run.

Usage: tests/bench/intake.py [--build build/release] [--rounds 5] [--seconds 8] [--connections 64]

Each round starts either program on an empty store, loads it with wrk (1 KiB JSON POSTs, every one a delivery of its own) and then asks
Earshot how many deliveries its store holds: all that were acknowledged must be there. Prints a line a round and the median ratio."""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = "bench-token-0123456789"


def load(url, seconds, connections):
    out = subprocess.run(
        ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", f"{HERE}/post.lua", url],
        check=True, capture_output=True, text=True).stdout
    return json.loads(re.search(r"^RESULT (.*)$", out, re.M).group(1))


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=120)


def earshot_round(build, seconds, connections):
    earshot = f"{build}/earshot"
    with tempfile.TemporaryDirectory() as data:
        subprocess.run([earshot, "source", "add", "--data", data, "--platform", "varda", "--name", "bench", "--token", TOKEN],
                       check=True, stdout=subprocess.DEVNULL)
        serve = subprocess.Popen([earshot, "serve", "--data", data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        base = json.loads(serve.stdout.readline())["listen"]
        result = load(f"{base}/hook/{TOKEN}", seconds, connections)
        stop(serve)
        exported = subprocess.run([earshot, "export", "--data", data, "--what", "deliveries", "--format", "ndjson", "--output", "-"],
                                  check=True, capture_output=True).stdout
        result["stored"] = exported.count(b"\n")
        return result


def yardstick_round(build, seconds, connections):
    with tempfile.TemporaryDirectory() as folder:
        yardstick = subprocess.Popen([f"{build}/yardstick_intake", "0", f"{folder}/y.sqlite"], stdout=subprocess.PIPE, text=True)
        port = int(re.search(r"\d+", yardstick.stdout.readline()).group(0))
        result = load(f"http://127.0.0.1:{port}/hook/{TOKEN}", seconds, connections)
        yardstick.kill()  # it does not drain the requests that wrk left behind
        yardstick.wait()
        return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    ratios, ours, theirs = [], [], []
    for number in range(1, options.rounds + 1):
        bare = yardstick_round(options.build, options.seconds, options.connections)
        full = earshot_round(options.build, options.seconds, options.connections)
        ratios.append(full["per_s"] / bare["per_s"])
        ours.append(full)
        theirs.append(bare)
        print(f"round {number}: earshot {full['per_s']}/s p99 {full['p99_ms']} ms, yardstick {bare['per_s']}/s p99 "
              f"{bare['p99_ms']} ms, ratio {ratios[-1]:.2f}, not 2xx {full['not_2xx']}, acknowledged {full['requests']}, stored {full['stored']}", flush=True)
    print(f"median: earshot {statistics.median(r['per_s'] for r in ours):.0f}/s "
          f"(p99 {statistics.median(r['p99_ms'] for r in ours):.1f} ms), yardstick "
          f"{statistics.median(r['per_s'] for r in theirs):.0f}/s "
          f"(p99 {statistics.median(r['p99_ms'] for r in theirs):.1f} ms), ratio {statistics.median(ratios):.2f} "
          f"({min(ratios):.2f}-{max(ratios):.2f})")
    return 0 if all(r["not_2xx"] == 0 and r["errors"] == 0 and r["stored"] >= r["requests"] for r in ours) else 1


if __name__ == "__main__":
    sys.exit(main())
