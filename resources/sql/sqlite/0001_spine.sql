-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Moments are microseconds since 1970 in UTC. Ids that Earshot gives are AUTOINCREMENT where a used one must never come back.

CREATE TABLE meta (
    "key" TEXT PRIMARY KEY,
    "value" NOT NULL
) WITHOUT ROWID;

-- ---------------------------------------------------------------- what people set

CREATE TABLE source (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "currency" TEXT,
    "region" TEXT,
    "agent" TEXT,
    "id_field" TEXT,
    "allow" TEXT NOT NULL,            -- JSON array of networks
    "end_timeout_s" INTEGER NOT NULL,
    "enabled" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "removed_at" INTEGER              -- its deliveries stay
);

CREATE UNIQUE INDEX source_name ON source("name" COLLATE NOCASE) WHERE "removed_at" IS NULL;

CREATE TABLE destination (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,             -- webhook
    "url" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "rule" TEXT,                      -- a filter; empty: every conversation; NULL: only by hand
    "ca_file" TEXT,
    "state" TEXT NOT NULL,            -- active, paused
    "reason" TEXT,                    -- why it is paused
    "created_at" INTEGER NOT NULL,
    "removed_at" INTEGER
);

CREATE UNIQUE INDEX destination_name ON destination("name" COLLATE NOCASE) WHERE "removed_at" IS NULL;

-- ---------------------------------------------------------------- the journal: only ever inserted into

CREATE TABLE delivery (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "source_id" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "target" BLOB NOT NULL,
    "headers" BLOB NOT NULL,          -- name, colon, space, value, CRLF
    "remote" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "looped" INTEGER NOT NULL
);

CREATE INDEX delivery_received ON delivery("received_at");

CREATE TABLE delivery_body (
    "delivery" INTEGER PRIMARY KEY,
    "body" BLOB NOT NULL
);

-- ---------------------------------------------------------------- identities: given once, kept by every rebuild

CREATE TABLE identity (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "source_id" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    UNIQUE ("source_id", "platform_id", "scope")
);

-- ---------------------------------------------------------------- the projection: made from the journal, and again by a rebuild

CREATE TABLE finding (                -- what became of a delivery
    "delivery" INTEGER PRIMARY KEY,
    "source_id" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "duplicate_of" INTEGER,
    "events" INTEGER NOT NULL,
    "digest" BLOB
);

CREATE INDEX finding_digest ON finding("source_id", "digest", "delivery") WHERE "duplicate_of" IS NULL;
CREATE INDEX finding_state ON finding("state", "delivery") WHERE "state" <> 'decoded';

CREATE TABLE event (
    "delivery" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "conversation" INTEGER,
    "type" TEXT NOT NULL,
    "platform_type" TEXT,
    "occurred_at" INTEGER,
    "received_at" INTEGER NOT NULL,
    "digest" BLOB NOT NULL,
    "event_key" TEXT,
    "patch" TEXT NOT NULL,
    "messages" TEXT,
    "reopens" INTEGER NOT NULL,
    "has_transcript" INTEGER NOT NULL,
    "warnings" TEXT NOT NULL,
    PRIMARY KEY ("delivery", "position")
) WITHOUT ROWID;

CREATE INDEX event_conversation ON event("conversation") WHERE "conversation" IS NOT NULL;
CREATE INDEX event_key ON event("source_id", "event_key") WHERE "event_key" IS NOT NULL;

CREATE TABLE conversation (
    "id" INTEGER PRIMARY KEY,         -- identity.id
    "source_id" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "time" INTEGER NOT NULL,          -- start, else end, else first event: for order, ranges and days
    "kind" TEXT,
    "conversation_id" TEXT NOT NULL,
    "channel" TEXT,
    "direction" TEXT,
    "status" TEXT NOT NULL,
    "status_detail" TEXT,
    "outcome" TEXT,
    "started_at" INTEGER,
    "answered_at" INTEGER,
    "ended_at" INTEGER,
    "duration_s" INTEGER,
    "agent" TEXT,
    "contact_id" TEXT,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "contact_email" TEXT,
    "from" TEXT,
    "to" TEXT,
    "messages" INTEGER NOT NULL,
    "first_message" TEXT,
    "intent" TEXT,
    "form" TEXT,
    "recording_url" TEXT,
    "summary" TEXT,
    "notes" TEXT,
    "utm_source" TEXT,
    "utm_medium" TEXT,
    "campaign" TEXT,
    "landing_page" TEXT,
    "gclid" TEXT,
    "estimated_value_minor" INTEGER,
    "actual_value_minor" INTEGER,
    "revenue_minor" INTEGER,
    "cost_minor" INTEGER,
    "currency" TEXT,
    "is_test" INTEGER,
    "attributes" TEXT,
    "analysis" TEXT,
    "estimated" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,       -- the last folded event's place
    "last_rank" INTEGER NOT NULL,
    "last_digest" BLOB NOT NULL,
    "first_event_at" INTEGER NOT NULL,
    "start_hint" INTEGER,
    "first_message_at" INTEGER
);

CREATE INDEX conversation_time ON conversation("time", "id");
-- Filters compare words without case, so these do too.
CREATE INDEX conversation_status ON conversation("status" COLLATE NOCASE, "time");
CREATE INDEX conversation_outcome ON conversation("outcome" COLLATE NOCASE, "time");
CREATE INDEX conversation_source ON conversation("source_id", "time");

CREATE TABLE message (
    "conversation" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT,
    "role" TEXT NOT NULL,
    "name" TEXT,
    "text" TEXT NOT NULL,
    "at" INTEGER,
    PRIMARY KEY ("conversation", "position")
) WITHOUT ROWID;

CREATE INDEX message_key ON message("conversation", "key") WHERE "key" IS NOT NULL;

-- ---------------------------------------------------------------- forwarding: never touched by a rebuild

CREATE TABLE outbox (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "destination" INTEGER NOT NULL REFERENCES destination("id"),
    "record_kind" TEXT NOT NULL,      -- conversation
    "conversation" INTEGER NOT NULL REFERENCES identity("id"),
    "state" TEXT NOT NULL,            -- waiting, sent, parked, discarded
    "wanted" INTEGER NOT NULL,        -- version to send; a later change raises it
    "sent" INTEGER NOT NULL,          -- version the destination has; 0: none
    "attempts" INTEGER NOT NULL,      -- for the wanted version
    "first_attempt_at" INTEGER,
    "next_at" INTEGER NOT NULL,
    "body" BLOB,                      -- rendered once per version, sent again byte for byte
    "body_version" INTEGER,
    "attempt_key" TEXT,               -- X-Earshot-Delivery of that version
    "last_status" INTEGER,
    "last_answer" TEXT,               -- at most 4 KiB
    "reason" TEXT,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    UNIQUE ("destination", "record_kind", "conversation")
);

CREATE INDEX outbox_due ON outbox("destination", "next_at") WHERE "state" = 'waiting';

INSERT INTO meta VALUES ('projected', 0);
