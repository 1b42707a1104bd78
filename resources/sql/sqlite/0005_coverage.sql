-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The coverage ledger: when Earshot listened, what it refused, and how much came when. Never touched by a rebuild.

-- "until" is moved on every few seconds, so that after a crash it is off by no more than that.
CREATE TABLE listening (
    "from" INTEGER PRIMARY KEY,       -- when it began; two never begin at once, since one process has the writer's role
    "until" INTEGER NOT NULL,
    "address" TEXT NOT NULL,          -- as in http://127.0.0.1:8765
    "ended" TEXT                      -- why: stop, sleep, network, port, store, crash; NULL while it goes on
);

-- Answers that were not 2xx.
CREATE TABLE refusal (
    "minute" INTEGER NOT NULL,        -- its beginning, in microseconds
    "source_id" INTEGER NOT NULL,     -- 0: no source of ours
    "status" INTEGER NOT NULL,        -- 0: closed without an answer
    "count" INTEGER NOT NULL,
    PRIMARY KEY ("minute", "source_id", "status")
) WITHOUT ROWID;

-- Arrivals in each quarter of an hour that had any: the finest step by which zones differ, so that every zone has whole hours of them.
CREATE TABLE arrival (
    "source_id" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,       -- its beginning, in microseconds
    "count" INTEGER NOT NULL,
    "first_at" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    PRIMARY KEY ("source_id", "quarter")
) WITHOUT ROWID;

-- Deliveries up to this one are among the arrivals; the past is counted in slices after the migration.
INSERT INTO meta VALUES ('arrivals_counted', 0);

-- What a platform's API said of a conversation that was seen only in part.
CREATE TABLE backfill (
    "conversation" INTEGER PRIMARY KEY REFERENCES identity("id"),
    "at" INTEGER NOT NULL,
    "result" TEXT NOT NULL            -- fetched, running (it goes on), gone
);

-- Where a platform's API is reached; NULL for its usual place.
ALTER TABLE source ADD COLUMN "api_base" TEXT;
