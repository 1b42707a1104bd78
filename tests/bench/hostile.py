#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ordinary senders beside hostile ones: how long the ordinary wait for their answer, and whether memory stays flat.

Usage: tests/bench/hostile.py [--build build/release] [--seconds 600] [--rate 2000] [--hostile 0.01] [--connections 64]

Starts `earshot serve` on an empty store. steady_senders posts at --rate; besides, a share of --hostile as many connections a second
do one of: slow headers, slow bodies, half-open connections, oversize bodies, bad chunks, smuggling pairs, wrong tokens, zip bombs.
Prints a line every ten seconds and a table at the end. Fails where a delivery that was acknowledged is not in the store, an ordinary
sender was refused, or its 99th percentile is 50 ms or more."""

import argparse
import asyncio
import collections
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

TOKEN = "bench-token-0123456789"
P99_LIMIT_MS = 50


def head(*fields, target=f"/hook/{TOKEN}", method="POST"):
    return "\r\n".join([f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", *fields, "", ""]).encode()


BOMB = gzip.compress(b"\0" * (64 << 20), 9)

WHOLE = {  # sent at once
    "oversize": [head("Content-Length: 99999999999")],
    "bad chunks": [head("Transfer-Encoding: chunked") + b"zz\r\n{}\r\n0\r\n\r\n",
                   head("Transfer-Encoding: chunked") + b"ffffffffffffffff\r\n",
                   head("Transfer-Encoding: chunked") + b"2\r\n{}XX0\r\n\r\n"],
    "smuggling": [head("Content-Length: 4", "Transfer-Encoding: chunked") + b"0\r\n\r\nGET /hook/x HTTP/1.1\r\n\r\n",
                  head("Content-Length: 2", "Content-Length: 40") + b"{}",
                  head("Transfer-Encoding: chunked, identity") + b"0\r\n\r\n",
                  head("Transfer-Encoding : chunked") + b"0\r\n\r\n",
                  head("Host: other") + b""],
    "wrong token": [head("Content-Length: 2", target="/hook/not-a-token-of-anyone") + b"{}"],
    "zip bomb": [head("Content-Encoding: gzip", f"Content-Length: {len(BOMB)}") + BOMB],
}
DRIPPED = {  # a byte at a time: the beginning, and what drips
    "slow header": (f"POST /hook/{TOKEN} HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ".encode(), b"a"),
    "slow body": (head("Content-Length: 100000"), b" "),
    "half-open": (b"", b""),
}
KINDS = list(WHOLE) + list(DRIPPED)


class Hostile:
    """All hostile connections, a coroutine each."""

    def __init__(self, port, per_second, seconds, patience):
        self.port, self.per_second, self.seconds, self.patience = port, per_second, seconds, patience
        self.answers = collections.Counter()  # of (kind, status or "closed" or "unanswered")
        self.tasks = set()

    async def run(self):
        start = time.monotonic()
        for number in range(int(self.per_second * self.seconds)):
            await asyncio.sleep(max(0, start + number / self.per_second - time.monotonic()))
            task = asyncio.create_task(self.one(KINDS[number % len(KINDS)], number // len(KINDS)))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        await asyncio.gather(*self.tasks)

    async def one(self, kind, turn):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            self.answers[kind, "not connected"] += 1
            return
        dripping = asyncio.create_task(self.send(kind, turn, writer))
        try:
            answer = await asyncio.wait_for(reader.read(4096), self.patience)
            found = re.match(rb"HTTP/1\.1 (\d+)", answer)
            self.answers[kind, int(found.group(1)) if found else "closed"] += 1
        except asyncio.TimeoutError:
            self.answers[kind, "unanswered"] += 1
        except OSError:
            self.answers[kind, "closed"] += 1
        finally:
            dripping.cancel()
            writer.close()

    async def send(self, kind, turn, writer):
        try:
            if kind in WHOLE:
                writer.write(WHOLE[kind][turn % len(WHOLE[kind])])
                await writer.drain()
                return
            beginning, drop = DRIPPED[kind]
            writer.write(beginning)
            while drop:
                await asyncio.sleep(1)
                writer.write(drop)
                await writer.drain()
        except OSError:
            pass  # it was shut, which is what it is there to see


def resident_kib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))


async def watch(senders, serve, rows):
    """A line every ten seconds, as the senders tell; the whole run is the last."""
    while line := await senders.stdout.readline():
        row = json.loads(line)
        row["resident_kib"] = resident_kib(serve.pid)
        rows.append(row)
        if not row["whole"]:
            print(f"{row['second']:6.0f} s  {row['answered']:7} answered  p50 {row['p50_ms']:6.2f}  p95 {row['p95_ms']:6.2f}  "
                  f"p99 {row['p99_ms']:6.2f}  max {row['max_ms']:8.2f} ms  {row['resident_kib'] / 1024:7.1f} MiB resident", flush=True)


async def soak(options, serve, port):
    senders = await asyncio.create_subprocess_exec(
        f"{options.build}/steady_senders", str(port), TOKEN, str(options.rate), str(options.seconds), str(options.connections),
        stdout=asyncio.subprocess.PIPE)
    hostile = Hostile(port, options.rate * options.hostile, options.seconds, patience=90)
    rows = []
    await asyncio.gather(watch(senders, serve, rows), hostile.run())
    await senders.wait()
    return rows, hostile.answers


def stored_count(earshot, data):
    exported = subprocess.run([earshot, "export", "--data", data, "--what", "deliveries", "--format", "ndjson", "--output", "-"],
                              check=True, stdout=subprocess.PIPE).stdout
    return exported.count(b"\n")


def report(rows, answers, stored):
    whole, parts = rows[-1], rows[:-1]
    resident = [row["resident_kib"] / 1024 for row in parts] or [whole["resident_kib"] / 1024]
    middle = resident[len(resident) // 3:]  # once it has warmed up
    print("\n| what | figure |\n| --- | --- |")
    print(f"| ordinary deliveries acknowledged | {whole['answered'] - whole['not_2xx']} |")
    print(f"| refused, broken | {whole['not_2xx']}, {whole['broken']} |")
    print(f"| in the store | {stored} |")
    print(f"| answer p50, p95, p99, worst | {whole['p50_ms']}, {whole['p95_ms']}, {whole['p99_ms']}, {whole['max_ms']} ms |")
    print(f"| resident at first, warm, at the end | {resident[0]:.1f}, {middle[0]:.1f}, {resident[-1]:.1f} MiB |")
    for kind in KINDS:
        told = ", ".join(f"{status}: {count}" for (name, status), count in sorted(answers.items(), key=str) if name == kind)
        print(f"| {kind} | {told} |")


def verdict(whole, stored):
    """What is wrong with the run, or nothing."""
    if stored < whole["answered"] - whole["not_2xx"]:
        return "an acknowledged delivery is not in the store"
    if whole["not_2xx"] or whole["broken"]:
        return "an ordinary sender was refused"
    if whole["p99_ms"] >= P99_LIMIT_MS:
        return f"the 99th percentile is {whole['p99_ms']} ms"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--rate", type=int, default=2000)
    parser.add_argument("--hostile", type=float, default=0.01)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    earshot = os.path.join(options.build, "earshot")
    with tempfile.TemporaryDirectory() as data:
        subprocess.run([earshot, "source", "add", "--data", data, "--platform", "varda", "--name", "bench", "--token", TOKEN],
                       check=True, stdout=subprocess.DEVNULL)
        serve = subprocess.Popen([earshot, "serve", "--data", data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        try:
            base = json.loads(serve.stdout.readline())["listen"]
            rows, answers = asyncio.run(soak(options, serve, int(base.rsplit(":", 1)[1])))
        finally:
            serve.send_signal(signal.SIGTERM)
            serve.wait(timeout=300)
        stored = stored_count(earshot, data)
        report(rows, answers, stored)
        if wrong := verdict(rows[-1], stored):
            sys.exit(f"hostile.py: {wrong}")


if __name__ == "__main__":
    main()
