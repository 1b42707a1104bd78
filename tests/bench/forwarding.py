#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full outbox on its way to a webhook on this machine: how fast, with how much processor time and memory, beside wrk in the same run.

Usage: tests/bench/forwarding.py [--build build/release] [--rows 10000] [--rates 500,1000] [--concurrency 4] [--rounds 3] [--window]

Fills a store with as many conversations, once. Each round copies it, puts all of them in the outbox of a paused destination with a jq
mapping, starts `earshot serve` (with --window: the window, under Xvfb, with its own probe of how long the GUI thread is busy) and resumes
the destination. Ends when the sink has every record; each must have come exactly once. Then wrk sends the sink requests of the same size over as many
connections. The highest rate that a destination may be given is 1000."""

import argparse
import http.client
import json
import os
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = "bench-token-0123456789"
MAPPING = """{
  title: ("Chat with " + (.contact_name // "somebody")),
  started: .started_at, phone: .contact_phone, source: .source,
  status: ({"open": "Running", "closed": "Done"}[.status] // "Other"),
  text: ([.transcript[] | "\\(.role): \\(.text)"] | join("\\n"))
}
"""


def earshot(options, data, *words):
    out = subprocess.run([f"{options.build}/earshot", *words, "--data", data], check=True, capture_output=True, text=True).stdout
    return out


def listening(data):
    try:
        with open(f"{data}/earshot.sqlite.lock", encoding="utf-8") as lock:
            return json.load(lock).get("listen")
    except (OSError, ValueError):
        return None


def post_some(port, numbers, failures):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for number in numbers:
        body = json.dumps({"event": "message.created", "timestamp": "2026-03-25T18:31:00Z", "data": {
            "id": number, "conversation_id": number, "direction": "inbound", "sender_type": "contact", "sender_name": "Jane Doe",
            "content": "We would like it done before the summer. " * 12, "message_type": "text", "channel_type": "webchat",
            "contact": {"id": number, "name": "Jane Doe", "phone": f"+1800{number:07d}"}, "created_at": "2026-03-25T18:31:00Z"}})
        connection.request("POST", f"/hook/{TOKEN}", body, {"Content-Type": "application/json", "X-Varda-Delivery": str(number)})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            failures.append(answer.status)


def projected(data):
    with sqlite3.connect(f"file:{data}/earshot.sqlite?mode=ro", uri=True) as store:
        return store.execute('SELECT count(*) FROM conversation').fetchone()[0]


def fill(options, data):
    earshot(options, data, "source", "add", "--platform", "varda", "--name", "bench", "--token", TOKEN)
    serve = subprocess.Popen([f"{options.build}/earshot", "serve", "--data", data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    port = int(json.loads(serve.stdout.readline())["listen"].rsplit(":", 1)[1])
    failures = []
    senders = [threading.Thread(target=post_some, args=(port, range(first, options.rows + 1, 8), failures)) for first in range(1, 9)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    if failures:
        raise SystemExit(f"{len(failures)} deliveries were not taken")
    while projected(data) < options.rows:
        time.sleep(0.5)
    serve.send_signal(signal.SIGTERM)
    serve.wait(timeout=120)


class Sink:
    def __init__(self, options):
        self.process = subprocess.Popen([f"{options.build}/sink_forwarding"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}/in"

    def counted(self):
        self.process.stdin.write("?\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


def family(pid):
    """The process and its helpers, which may be children of any of its threads."""
    found = [pid]
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/children", encoding="utf-8") as children:
            found += [int(child) for child in children.read().split()]
    return found


def cpu_seconds(pids):
    total = 0
    for pid in pids:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def peak_mib(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def start(options, data, probe):
    if options.window:
        process = subprocess.Popen([f"{options.build}/earshot", "--data", data, "--listen", "127.0.0.1:0", "--probe", probe])
        while not listening(data):
            time.sleep(0.01)
        time.sleep(3)  # its first frames are another benchmark's
        return process
    process = subprocess.Popen([f"{options.build}/earshot", "serve", "--data", data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    return process


def attempts(data):
    """Milliseconds of each request, and of each attempt with all that is stored of it."""
    with sqlite3.connect(f"file:{data}/earshot.sqlite?mode=ro", uri=True) as store:
        requests = sorted(row[0] / 1000 for row in store.execute('SELECT "latency_us" FROM outbox_exchange'))
        whole = sorted((row[1] - row[0]) / 1000 for row in store.execute('SELECT "begun_at", "ended_at" FROM outbox_attempt WHERE "ended_at" NOT NULL'))
    return requests, whole


def quantile(values, share):
    return values[min(int(len(values) * share), len(values) - 1)] if values else 0


def wrk(sink, size, concurrency):
    out = subprocess.run(["wrk", "-t1", f"-c{concurrency}", "-d5s", "-s", f"{HERE}/forward.lua", sink.url, "--", str(size)],
                         check=True, capture_output=True, text=True).stdout
    return json.loads(re.search(r"^RESULT (.*)$", out, re.M).group(1))


def one_round(options, template, rate):
    with tempfile.TemporaryDirectory() as folder:
        data = f"{folder}/data"
        shutil.copytree(template, data)
        mapping = f"{folder}/mapping.jq"
        with open(mapping, "w", encoding="utf-8") as file:
            file.write(MAPPING)
        sink = Sink(options)
        earshot(options, data, "destination", "add", "--name", "sink", "--url", sink.url, "--manual", "--rate", str(rate),
                "--concurrency", str(options.concurrency), "--mapping", mapping)
        earshot(options, data, "destination", "pause", "sink")
        queued = json.loads(earshot(options, data, "outbox", "send", "--destination", "sink", "--filter", "platform:varda", "--json"))["queued"]
        probe = f"{folder}/probe.json"
        process = start(options, data, probe)
        before = cpu_seconds([process.pid])
        earshot(options, data, "destination", "resume", "sink")
        while True:
            came = sink.counted()
            if came["records"] >= queued:
                break
            time.sleep(0.1)
        cpu = cpu_seconds(family(process.pid)) - before
        time.sleep(1)
        result = {"rate": rate, "rows": queued, "per_s": round((queued - 1) / came["seconds"]), "requests": sink.counted()["requests"],
                  "cpu_ms_per_row": round(cpu * 1000 / queued, 2), "peak_mib": round(peak_mib(process.pid)),
                  "helper_peak_mib": round(sum(peak_mib(child) for child in family(process.pid)[1:]))}
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=120)
        requests, whole = attempts(data)
        result |= {"request_p50_ms": round(quantile(requests, 0.5), 2), "request_p99_ms": round(quantile(requests, 0.99), 2),
                   "attempt_p50_ms": round(quantile(whole, 0.5), 1), "attempt_p99_ms": round(quantile(whole, 0.99), 1)}
        if options.window:
            with open(probe, encoding="utf-8") as report:
                result["gui_busy_ms"] = json.load(report)["gui_busy_ms"]
        result["wrk"] = wrk(sink, came["bytes"] // came["requests"], options.concurrency)
        result["body_bytes"] = came["bytes"] // came["requests"]
        sink.end()
        return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--rows", type=int, default=10000)
    parser.add_argument("--rates", default="500,1000")
    parser.add_argument("--concurrency", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--window", action="store_true")
    options = parser.parse_args()
    if options.window and "DISPLAY" not in os.environ and "QT_QPA_PLATFORM" not in os.environ:
        return subprocess.call(["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", sys.executable, *sys.argv])
    doubles = 0
    with tempfile.TemporaryDirectory() as template:
        fill(options, template)
        for rate in [int(word) for word in options.rates.split(",")]:
            rounds = []
            for number in range(1, options.rounds + 1):
                rounds.append(one_round(options, template, rate))
                doubles += rounds[-1]["requests"] - rounds[-1]["rows"]
                print(f"round {number}: {json.dumps(rounds[-1])}", flush=True)
            print(f"at most {rate}/s: median {statistics.median(r['per_s'] for r in rounds):.0f} rows/s, wrk {statistics.median(r['wrk']['per_s'] for r in rounds):.0f}/s, "
                  f"{statistics.median(r['cpu_ms_per_row'] for r in rounds):.2f} ms of processor a row, peak {max(r['peak_mib'] for r in rounds)} MiB", flush=True)
    return 0 if doubles == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
