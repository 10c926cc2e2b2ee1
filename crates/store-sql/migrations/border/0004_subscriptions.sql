-- Who is told what happens to which certificate, and how far. Events themselves are in the log.
CREATE TABLE subscription (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    party TEXT NOT NULL,
    certificate TEXT NOT NULL,
    url TEXT NOT NULL,
    -- The last event that was delivered or given up.
    after_at INTEGER,
    after_item INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    kid TEXT NOT NULL,
    request BLOB NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (party, certificate, url)
) STRICT;

CREATE TABLE dead_letter (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription INTEGER NOT NULL,
    event_at INTEGER NOT NULL,
    event_item INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    again INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX dead_letter_by_subscription ON dead_letter (subscription, number);
CREATE INDEX dead_letter_again ON dead_letter (number) WHERE again = 1;
