-- A subscription is about a certificate or about a line of a declaration, given as JSON of one spelling.
CREATE TABLE subscription_next (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    party TEXT NOT NULL,
    certificate TEXT,
    line TEXT,
    url TEXT NOT NULL,
    -- The last event that was delivered or given up.
    after_at INTEGER,
    after_item INTEGER,
    -- Of a line: the event that is being sent, so that a repeated one is the same.
    next_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    kid TEXT NOT NULL,
    request BLOB NOT NULL,
    at INTEGER NOT NULL,
    CHECK ((certificate IS NULL) <> (line IS NULL)),
    UNIQUE (party, certificate, url),
    UNIQUE (party, line, url)
) STRICT;
INSERT INTO subscription_next (number, party, certificate, url, after_at, after_item, failures, not_before, kid, request, at)
    SELECT number, party, certificate, url, after_at, after_item, failures, not_before, kid, request, at FROM subscription;
-- Numbers of subscriptions that were ended are not given again.
DELETE FROM sqlite_sequence WHERE name = 'subscription_next';
UPDATE sqlite_sequence SET name = 'subscription_next' WHERE name = 'subscription';
DROP TABLE subscription;
ALTER TABLE subscription_next RENAME TO subscription;
