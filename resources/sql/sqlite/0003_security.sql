-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How a source's sender proves itself, how much it may send, what it hears, how long its past is kept: JSON objects, NULL for nothing.
ALTER TABLE source ADD COLUMN "proof" TEXT;
ALTER TABLE source ADD COLUMN "rate_limit" TEXT;
ALTER TABLE source ADD COLUMN "answer" TEXT;
ALTER TABLE source ADD COLUMN "retention" TEXT;

-- Why a verdict is what it is, how far the sender's clock was off (ours less its), what it heard if not 200 (0: nothing), and of which
-- quarantined delivery this is the copy that a person let out.
ALTER TABLE delivery ADD COLUMN "verdict_reason" TEXT;
ALTER TABLE delivery ADD COLUMN "clock_skew_s" INTEGER;
ALTER TABLE delivery ADD COLUMN "answered" INTEGER;
ALTER TABLE delivery ADD COLUMN "released_from" INTEGER;

CREATE UNIQUE INDEX delivery_released ON delivery("released_from") WHERE "released_from" IS NOT NULL;

-- What is set for the whole store: JSON objects.
CREATE TABLE setting (
    "key" TEXT PRIMARY KEY,
    "value" TEXT NOT NULL
) WITHOUT ROWID;
