-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Conversations whose raw bytes have gone: what was made of them is all there is, and a rebuild leaves them as they stand.
CREATE TABLE sealed_conversation (
    "conversation" INTEGER PRIMARY KEY, -- identity.id
    "sealed_at" INTEGER NOT NULL,
    "has_bytes" INTEGER NOT NULL      -- 1 while bodies of its deliveries may still be there
);

-- Deliveries that a rebuild does not decode: it takes over what was found out about them.
CREATE TABLE frozen_delivery (
    "delivery" INTEGER PRIMARY KEY
);

-- How many bytes of bodies each source has, kept by the triggers.
CREATE TABLE raw_bytes (
    "source_id" INTEGER PRIMARY KEY,
    "bytes" INTEGER NOT NULL
);

INSERT INTO raw_bytes SELECT "source_id", sum("bytes") FROM delivery GROUP BY "source_id";

CREATE TRIGGER body_added AFTER INSERT ON delivery_body BEGIN INSERT INTO raw_bytes SELECT "source_id", "bytes" FROM delivery WHERE "id" = NEW."delivery" ON CONFLICT ("source_id") DO UPDATE SET "bytes" = "bytes" + excluded."bytes"; END;

CREATE TRIGGER body_removed BEFORE DELETE ON delivery_body BEGIN UPDATE raw_bytes SET "bytes" = "bytes" - (SELECT d."bytes" FROM delivery d WHERE d."id" = OLD."delivery") WHERE "source_id" = (SELECT d."source_id" FROM delivery d WHERE d."id" = OLD."delivery"); END;

-- Deliveries that belong to no conversation, which go by their own age: those with events, and those that were understood to say nothing.
CREATE INDEX event_alone ON event("delivery") WHERE "conversation" IS NULL;
CREATE INDEX finding_empty ON finding("delivery") WHERE "state" = 'decoded' AND "events" = 0;
