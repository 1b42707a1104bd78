-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Under which address senders reach the listener.
ALTER TABLE source ADD COLUMN "public_url" TEXT;

-- What has changed, for readers in this process and others. The oldest rows are dropped now and then.
CREATE TABLE change (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,             -- conversation, outbox, source, destination, rebuild
    "record" INTEGER                  -- a conversation (of outbox too), source or destination; NULL: several
);

-- How often a delivery came again, and where a conversation is on its way to.
CREATE INDEX finding_repeats ON finding("duplicate_of") WHERE "duplicate_of" IS NOT NULL;
CREATE INDEX outbox_conversation ON outbox("conversation");
