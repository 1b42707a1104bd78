-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Forwarding to CRMs: what a destination is told beyond its address, the steps of a record with the CRM's ids, what was
-- asked and answered, and who is who there.

-- A JSON object; its kind says of what
ALTER TABLE destination ADD COLUMN "options" TEXT NOT NULL DEFAULT '{}';
-- a jq program; NULL: that of its kind
ALTER TABLE destination ADD COLUMN "mapping" TEXT;
-- rises when records would be rendered otherwise
ALTER TABLE destination ADD COLUMN "mapping_version" INTEGER NOT NULL DEFAULT 1;
-- closed, open, probing
ALTER TABLE destination ADD COLUMN "breaker" TEXT NOT NULL DEFAULT 'closed';
-- nothing is begun before
ALTER TABLE destination ADD COLUMN "hold_until" INTEGER;
ALTER TABLE destination ADD COLUMN "hold_reason" TEXT;

-- phone or e-mail: one at a time and in order; NULL: by itself
ALTER TABLE outbox ADD COLUMN "contact_key" TEXT;
-- destination.mapping_version that body was rendered with
ALTER TABLE outbox ADD COLUMN "body_mapping" INTEGER;
-- of a parked row: perhaps_written, which_contact
ALTER TABLE outbox ADD COLUMN "question" TEXT;
-- of which_contact: a JSON array of contacts
ALTER TABLE outbox ADD COLUMN "candidates" TEXT;

-- Rows of one contact at one destination, which go in their order.
CREATE INDEX outbox_contact ON outbox("destination", "contact_key", "id") WHERE "state" = 'waiting';
-- All of them, for whoever removes what is kept of a contact with its last record.
CREATE INDEX outbox_person ON outbox("destination", "contact_key") WHERE "contact_key" IS NOT NULL;

-- What is done of a record at its destination. Written before the request goes out, and again with the id that came back:
-- a step begun without an id may have been carried out.
CREATE TABLE outbox_step (
    "outbox" INTEGER NOT NULL REFERENCES outbox("id") ON DELETE CASCADE,
    "step" TEXT NOT NULL,            -- contact, activity, link
    "begun_at" INTEGER NOT NULL,
    "crm_id" TEXT,                   -- what the destination calls it
    "url" TEXT,                      -- where a person sees it there
    "done_at" INTEGER,
    PRIMARY KEY ("outbox", "step")
) WITHOUT ROWID;

-- The version that a destination has, as it was rendered.
CREATE TABLE outbox_sent (
    "outbox" INTEGER PRIMARY KEY REFERENCES outbox("id") ON DELETE CASCADE,
    "version" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "body" BLOB NOT NULL             -- zlib
);

-- Every attempt, and each request of it.
CREATE TABLE outbox_attempt (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "outbox" INTEGER NOT NULL REFERENCES outbox("id") ON DELETE CASCADE,
    "destination" INTEGER NOT NULL REFERENCES destination("id"),
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,       -- of that version, from 1
    "begun_at" INTEGER NOT NULL,
    "ended_at" INTEGER,              -- NULL: under way, or cut short
    "outcome" TEXT,                  -- sent, retry, parked, paused, asks
    "reason" TEXT
);

CREATE INDEX outbox_attempt_row ON outbox_attempt("outbox", "id");
CREATE INDEX outbox_attempt_ended ON outbox_attempt("destination", "ended_at");

CREATE TABLE outbox_exchange (
    "attempt" INTEGER NOT NULL REFERENCES outbox_attempt("id") ON DELETE CASCADE,
    "position" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,         -- as in: find contact
    "method" TEXT NOT NULL,
    "url" TEXT NOT NULL,             -- without its query's values
    "request" TEXT,                  -- header fields and the beginning of the body; secrets blotted out
    "status" INTEGER,
    "answer" TEXT,                   -- at most 4 KiB
    "failure" TEXT,                  -- why no whole answer came
    "latency_us" INTEGER NOT NULL,
    PRIMARY KEY ("attempt", "position")
) WITHOUT ROWID;

-- Contacts that were found, made or chosen at a destination.
CREATE TABLE crm_person (
    "destination" INTEGER NOT NULL REFERENCES destination("id"),
    "contact_key" TEXT NOT NULL,
    "crm_id" TEXT NOT NULL,
    "name" TEXT,
    "url" TEXT,
    "found_at" INTEGER NOT NULL,
    PRIMARY KEY ("destination", "contact_key")
) WITHOUT ROWID;

-- Conversations whose platform is asked for what its webhook left out.
CREATE TABLE enrichment (
    "conversation" INTEGER PRIMARY KEY REFERENCES identity("id"),
    "state" TEXT NOT NULL,           -- waiting, done, parked
    "attempts" INTEGER NOT NULL,
    "first_attempt_at" INTEGER,
    "next_at" INTEGER NOT NULL,
    "reason" TEXT
);

CREATE INDEX enrichment_due ON enrichment("next_at") WHERE "state" = 'waiting';
